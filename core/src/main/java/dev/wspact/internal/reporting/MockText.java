package dev.wspact.internal.reporting;

import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Visible;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockResult.Deviation;
import dev.wspact.mock.MockResult.Exercise;
import dev.wspact.mock.MockResult.Unexpected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says whether a client has used its contract, and if not, what is missing and what to do, as facts in two columns; and
 * shows the session as it went, a line for each message, ping, pong and fault.
 */
public final class MockText {
    private static final int VALUE = 240;
    private static final int LINES = 40;
    private static final int CONNECTIONS = 10;
    private static final int SURPRISES = 10;
    private static final int DEVIATIONS = 5;

    private MockText() {}

    /** The whole text. */
    public static String of(List<Exercise> exercises, List<Unexpected> unexpected, List<MockConnection> connections) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(exercises, unexpected));
        for (Exercise exercise : exercises) {
            if (!exercise.exercised()) {
                lines.add("");
                lines.addAll(Fact.align(missing(exercise)));
            }
        }
        for (Unexpected surprise : unexpected.subList(0, Math.min(SURPRISES, unexpected.size()))) {
            lines.add("");
            lines.addAll(Fact.align(surprise(surprise)));
        }
        if (unexpected.size() > SURPRISES) {
            lines.add("");
            lines.add("and " + (unexpected.size() - SURPRISES) + " more that the contract does not allow");
        }
        lines.add("");
        lines.addAll(session(connections));
        return String.join("\n", lines) + "\n";
    }

    /** The session alone. */
    public static List<String> session(List<MockConnection> connections) {
        List<String> lines = new ArrayList<>();
        lines.add("The session:");
        if (connections.isEmpty()) {
            lines.add("  no client connected");
        }
        int hidden = Math.max(0, connections.size() - CONNECTIONS);
        if (hidden > 0) {
            lines.add("  … " + Words.count(hidden, "connection") + " before");
        }
        for (MockConnection connection : connections.subList(hidden, connections.size())) {
            lines.addAll(connection(connection));
        }
        return lines;
    }

    private static String headline(List<Exercise> exercises, List<Unexpected> unexpected) {
        long missing =
                exercises.stream().filter(exercise -> !exercise.exercised()).count();
        if (missing == 0 && unexpected.isEmpty()) {
            return "Proven: the client has used " + Words.count(exercises.size(), "interaction")
                    + ", and did nothing that the contract does not allow.";
        }
        List<String> problems = new ArrayList<>();
        if (missing > 0) {
            problems.add(missing + " of " + Words.count(exercises.size(), "interaction")
                    + (missing == 1 ? " was" : " were") + " not used");
        }
        if (!unexpected.isEmpty()) {
            problems.add("the client did "
                    + (unexpected.size() == 1 ? "1 thing" : unexpected.size() + " things")
                    + " that the contract does not allow");
        }
        return "Not proven: " + String.join(", and ", problems) + ".";
    }

    private static List<Fact> missing(Exercise exercise) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "interaction",
                "\"" + Shortened.text(exercise.description(), VALUE) + "\""
                        + Shortened.text(Words.states(exercise.states()), VALUE)));
        facts.add(Fact.of("contract", exercise.place().toString()));
        facts.add(Fact.of("expected", exercise.expected()));
        facts.add(Fact.of("but was", exercise.actual()));
        facts.add(Fact.of("what to do", exercise.remedy()));
        return facts;
    }

    private static List<Fact> surprise(Unexpected surprise) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "not allowed",
                Shortened.text(surprise.what(), 2 * VALUE) + "   (on connection " + surprise.connection()
                        + (surprise.sinceOpen().isZero()
                                ? ")"
                                : ", " + Words.duration(surprise.sinceOpen()) + " after open)")));
        if (!surprise.closest().isEmpty()) {
            facts.add(Fact.of("closest", "\"" + Shortened.text(surprise.closest(), VALUE) + "\""));
        }
        List<Deviation> shown = surprise.differences()
                .subList(0, Math.min(DEVIATIONS, surprise.differences().size()));
        for (Deviation deviation : shown) {
            facts.add(Fact.of("at", Shortened.text(deviation.path(), VALUE)));
            facts.add(Fact.of(
                    "expected",
                    Shortened.around(deviation.expected(), deviation.actual(), VALUE) + "   (rule: " + deviation.rule()
                            + ")"));
            facts.add(Fact.of("but was", Shortened.around(deviation.actual(), deviation.expected(), VALUE)));
        }
        if (surprise.differences().size() > shown.size()) {
            facts.add(new Fact("", "and " + (surprise.differences().size() - shown.size()) + " more differences"));
        }
        facts.add(Fact.of("what to do", surprise.remedy()));
        return facts;
    }

    private static List<String> connection(MockConnection connection) {
        List<String> lines = new ArrayList<>();
        String target = Visible.text(Shortened.text(connection.request().path(), VALUE));
        String subprotocol = connection.answer().subprotocol();
        lines.add("  connection " + connection.number() + "   GET " + target + "   "
                + Words.duration(connection.opened().sinceStart()) + " after start: "
                + (connection.accepted()
                        ? "opened" + (subprotocol == null ? "" : " (subprotocol " + Visible.text(subprotocol) + ")")
                        : "refused with status " + connection.answer().status()));
        if (!connection.accepted()) {
            connection.answer().text().lines().forEach(line -> lines.add("    " + Visible.text(line)));
            return lines;
        }
        List<Line> events = events(connection);
        int first = events.size() <= LINES ? events.size() : LINES / 2;
        int last = Math.max(first, events.size() - LINES / 2);
        events.subList(0, first).forEach(event -> lines.add(event.text()));
        if (last > first) {
            lines.add("    … " + (last - first) + " more …");
        }
        events.subList(last, events.size()).forEach(event -> lines.add(event.text()));
        if (connection.transcript().omitted() > 0) {
            lines.add("    (" + Words.count(connection.transcript().omitted(), "more message") + " not kept)");
        }
        return lines;
    }

    private static List<Line> events(MockConnection connection) {
        List<Line> events = new ArrayList<>();
        FrameTexts fragments = new FrameTexts(connection.transcript().frames());
        for (CapturedMessage message : connection.transcript().messages()) {
            events.add(new Line(message.sinceOpen(), SessionText.message(message) + fragments.fragmentsOf(message)));
        }
        for (CapturedFrame frame : connection.transcript().frames().kept()) {
            Opcode opcode = frame.head().opcode();
            if ((opcode == Opcode.PING || opcode == Opcode.PONG) && !isProbe(frame)) {
                events.add(new Line(frame.sinceOpen(), control(frame)));
            }
        }
        for (MockConnection.AppliedFault fault : connection.faults()) {
            events.add(new Line(
                    fault.sinceOpen(), "fault: " + fault.fault().toString().replace("[]", "")));
        }
        events.sort(Comparator.comparing(Line::at));
        MockConnection.Ending ending = connection.ending();
        if (ending != null) {
            Duration at = ending.at().sinceStart().minus(connection.opened().sinceStart());
            events.add(new Line(at, ending(ending)));
        } else {
            events.add(new Line(Duration.ofDays(1), "still open"));
        }
        return events;
    }

    /** Our own pings, which ask whether a push was taken, and their pongs say nothing to the reader. */
    private static boolean isProbe(CapturedFrame frame) {
        return new String(frame.start().toBytes(), StandardCharsets.ISO_8859_1).startsWith("wspact-");
    }

    private static String control(CapturedFrame frame) {
        String kind = frame.head().opcode() == Opcode.PING ? "ping" : "pong";
        byte[] payload = frame.start().toBytes();
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return SessionText.arrow(frame.direction())
                + kind
                + (payload.length == 0
                        ? ""
                        : " " + (printable ? Shortened.text(text, VALUE) : SessionText.hex(payload)));
    }

    private static String ending(MockConnection.Ending ending) {
        boolean client = ending.closedBy() == Direction.SENT;
        if (ending.close().code() == dev.wspact.message.CloseStatus.ABNORMAL) {
            return client ? "broken off by the client without a close (1006)" : "broken off without a close (1006)";
        }
        return "closed " + (client ? "by the client " : "") + "with "
                + Shortened.text(Visible.text(ending.close().toString()), VALUE);
    }

    private record Line(Duration at, String what) {
        private static final int WIDTH = 10;

        String text() {
            String time = at.compareTo(Duration.ofDays(1)) == 0 ? "" : Words.duration(at);
            return "    " + " ".repeat(Math.max(0, WIDTH - time.length())) + time + "  " + what;
        }
    }
}
