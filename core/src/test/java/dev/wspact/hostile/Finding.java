package dev.wspact.hostile;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one hostile server, in a line of text that one JVM writes and another reads.
 *
 * @param behavior the behavior's full name
 * @param seen verdict, close in the record with who closed first, and the close code that the server heard
 * @param took how long the verification took
 * @param late how much longer it took than it may wait; zero if it did not
 * @param problems what is not as it must be; empty if all is well
 * @param text what the user reads, without line breaks
 */
record Finding(String behavior, String seen, Duration took, Duration late, List<String> problems, String text) {
    private static final String NEXT = "\t";
    private static final String NEXT_PROBLEM = " ¦ ";

    /** As a line. */
    String line() {
        String all = problems.stream().map(Finding::oneLine).collect(Collectors.joining(NEXT_PROBLEM));
        return String.join(NEXT, behavior, seen, millis(took), millis(late), all, oneLine(text));
    }

    /** From a line. */
    static Finding parse(String line) {
        String[] parts = line.split(NEXT, -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("not a finding: \"" + line + "\"");
        }
        List<String> problems = parts[4].isEmpty() ? List.of() : List.of(parts[4].split(NEXT_PROBLEM, -1));
        return new Finding(parts[0], parts[1], duration(parts[2]), duration(parts[3]), problems, parts[5]);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private static Duration duration(String millis) {
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
