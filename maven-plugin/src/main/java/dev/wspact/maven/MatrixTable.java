package dev.wspact.maven;

import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as Pact's command line prints them. */
final class MatrixTable {
    private static final List<String> HEAD =
            List.of("CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?", "RESULT#");

    private MatrixTable() {}

    /** The lines of the table, and the results that it numbers; none if there are no rows. */
    static List<String> of(DeploymentAnswer answer) {
        if (answer.rows().isEmpty()) {
            return List.of();
        }
        List<List<String>> cells = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (Row row : answer.rows()) {
            cells.add(cells(row, results));
        }
        List<String> lines = new ArrayList<>(table(cells));
        if (!results.isEmpty()) {
            lines.add("");
            lines.add("VERIFICATION RESULTS");
            lines.add("--------------------");
            lines.addAll(results);
        }
        return lines;
    }

    private static List<String> cells(Row row, List<String> results) {
        String number = "";
        URI result = row.result();
        if (result != null) {
            results.add("%d. %s (%s)"
                    .formatted(results.size() + 1, result, Boolean.TRUE.equals(row.success()) ? "success" : "failure"));
            number = Integer.toString(results.size());
        }
        return List.of(
                row.consumer().name(),
                shown(row.consumer().version()),
                row.provider().name(),
                shown(row.provider().version()),
                shown(row.success()) + (row.ignored() ? " [ignored]" : ""),
                number);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "???" : value.toString();
    }

    private static List<String> table(List<List<String>> rows) {
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> IntStream.concat(
                                IntStream.of(HEAD.get(column).length()),
                                rows.stream().mapToInt(row -> row.get(column).length()))
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(HEAD, widths, " | ", " "));
        lines.add(line(HEAD.stream().map(head -> "").toList(), widths, "-|-", "-"));
        rows.forEach(row -> lines.add(line(row, widths, " | ", " ")));
        return lines;
    }

    private static String line(List<String> cells, int[] widths, String separator, String filling) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + filling.repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(separator))
                .stripTrailing();
    }
}
