package dev.wspact.internal.reporting.html;

import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command that verifies one interaction again. It has to work in bash, PowerShell and cmd alike, so that a filter holds
 * no character that any of them treats as its own: where one stands in a description, the filter, which is a regular
 * expression, has {@code .}, which matches it.
 */
final class Rerun {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} _,:/-]+");

    private Rerun() {}

    /** The command, or only its options if it is not known what verified. */
    static String command(ContractResult contract, InteractionResult result) {
        StringBuilder command = new StringBuilder();
        if (contract.command() != null) {
            command.append(contract.command()).append(' ');
        }
        String consumer = contract.subject().consumer();
        // not a pattern, and commas separate several
        if (PLAIN.matcher(consumer).matches() && !consumer.contains(",")) {
            command.append(option("pact.filter.consumers", consumer)).append(' ');
        }
        command.append(option("pact.filter.description", filter(result.subject().description())));
        List<String> states = result.subject().states();
        if (hasNamesake(contract, result) && (states.isEmpty() || !states.get(0).isEmpty())) {
            String state = states.isEmpty() ? "^$" : filter(states.get(0));
            command.append(' ').append(option("pact.filter.providerState", state));
        }
        return command.toString();
    }

    private static boolean hasNamesake(ContractResult contract, InteractionResult result) {
        return contract.interactions().stream()
                .filter(other ->
                        other.subject().description().equals(result.subject().description()))
                .skip(1)
                .findAny()
                .isPresent();
    }

    private static String option(String name, String value) {
        return "\"-D" + name + "=" + value + "\"";
    }

    /** A regular expression that matches the text. */
    private static String filter(String text) {
        StringBuilder filter = new StringBuilder();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            boolean plain = PLAIN.matcher(character).matches();
            // a dot does not match the end of a line
            filter.append(plain ? character : Character.isWhitespace(point) || point == 0x85 ? "\\W" : ".");
        });
        return filter.toString();
    }
}
