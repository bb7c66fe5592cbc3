package dev.wspact.internal.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One request to the real broker and its answer, as they were recorded.
 *
 * @param name the file's name
 * @param line method and target
 * @param requestBody what was sent
 * @param status the answer's status
 * @param headers the answer's header lines
 * @param body the answer's body
 */
record RecordedExchange(String name, String line, String requestBody, int status, List<String> headers, String body) {
    static final Path DIRECTORY = Path.of(System.getProperty("wspact.shared", "../../shared"), "data", "pact-broker");
    static final String RECORDED_AT = "http://127.0.0.1:9292";

    private static final Pattern FORM = Pattern.compile(
            "(?<line>[^\\n]+)\\n(?<request>(?:[^\\n]+\\n)*)\\n(?<sent>.*?)\\n*--> (?<status>\\d+)\\n"
                    + "(?<headers>(?:[^\\n]+\\n)*)\\n?(?<body>.*)",
            Pattern.DOTALL);

    static List<RecordedExchange> all() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(RecordedExchange::read)
                    .toList();
        }
    }

    static RecordedExchange of(String number) throws IOException {
        return all().stream()
                .filter(exchange -> exchange.name().startsWith(number))
                .findFirst()
                .orElseThrow();
    }

    private static RecordedExchange read(Path file) {
        try {
            Matcher form = FORM.matcher(Files.readString(file));
            if (!form.matches()) {
                throw new IllegalStateException(file + " is no recorded exchange");
            }
            return new RecordedExchange(
                    file.getFileName().toString(),
                    form.group("line"),
                    form.group("sent").strip(),
                    Integer.parseInt(form.group("status")),
                    form.group("headers").lines().toList(),
                    form.group("body"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer as it was, but for the address. */
    ScriptedBroker.Reply reply() {
        String type = headers.stream()
                .filter(header -> header.startsWith("content-type: "))
                .map(header -> header.substring("content-type: ".length()))
                .findFirst()
                .orElse("text/plain");
        return ScriptedBroker.Reply.of(status, type, body.replace(RECORDED_AT, "BASE"));
    }
}
