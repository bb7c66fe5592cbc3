package dev.wspact.internal.mock;

import dev.wspact.internal.reporting.MockText;
import dev.wspact.internal.reporting.Words;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.MockResult.Exercise;
import dev.wspact.mock.Pushes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells of each interaction whether the client has used it, and if not, why not. */
final class Proof {
    private final Journal journal;
    private final Script script;
    private final MockOptions options;
    private final URI url;

    Proof(Journal journal, Script script, MockOptions options, URI url) {
        this.journal = journal;
        this.script = script;
        this.options = options;
        this.url = url;
    }

    MockResult result() {
        List<Exercise> exercises = new ArrayList<>();
        List<MockResult.Unexpected> unexpected;
        List<MockConnection> connections;
        synchronized (journal) {
            script.parts().forEach(part -> exercises.add(exercise(part)));
            unexpected = journal.unexpected();
            connections = journal.connections();
        }
        String text = MockText.of(exercises, unexpected, connections);
        return new MockResult(exercises, unexpected, connections, text);
    }

    /** The session as it went, a line each. */
    List<String> session() {
        return MockText.session(journal.connections());
    }

    /** Why there is no connection on which one of these can be played. */
    static String whyNotReady(Journal journal, List<Part> parts) {
        synchronized (journal) {
            Part part = parts.get(0);
            List<Entry> open = journal.entries().stream().filter(Entry::isOpen).toList();
            if (open.isEmpty()) {
                return "no client is connected";
            }
            return open.stream()
                    .filter(entry -> entry.plays(part))
                    .findFirst()
                    .map(entry -> "connection " + entry.number + " has not sent " + step(part, entry.stepsDone(part)))
                    .orElse("no client is connected to its channel");
        }
    }

    private Exercise exercise(Part part) {
        Progress progress = journal.progress(part);
        boolean exercised = progress.exercised(part);
        Finding finding = exercised ? new Finding("", "") : finding(part, progress);
        return new Exercise(
                part.description(),
                part.interaction().setup().states().stream()
                        .map(state -> state.name())
                        .toList(),
                part.interaction().origin().place(),
                exercised,
                expected(part),
                exercised ? "it did" : finding.actual,
                finding.remedy);
    }

    private static String expected(Part part) {
        if (part instanceof Part.Push push) {
            return push.round() == 1
                    ? "the client takes the message"
                    : "the client takes " + push.round() + " messages";
        }
        if (part instanceof Part.Exchange) {
            return "the client sends the request";
        }
        if (part instanceof Part.Close close) {
            return "the client is closed with " + close.status() + ", and answers";
        }
        Part.Answer answer = (Part.Answer) part;
        return answer.refuses()
                ? "the client is refused with status " + answer.status()
                : "the client opens the connection";
    }

    private Finding finding(Part part, Progress progress) {
        if (script.played().stream().noneMatch(played -> played == part)) {
            return new Finding(
                    "it was not played: the test chose others by play(…)",
                    "call play(\"" + part.description() + "\"), or play() for all, before the client connects");
        }
        if (part instanceof Part.Answer answer && answer.refuses()) {
            return new Finding(
                    "no opening handshake was refused so",
                    "let the client connect " + channel(part) + "; where the contract accepts that, too, call play(\""
                            + part.description() + "\") before");
        }
        List<Entry> on =
                journal.entries().stream().filter(entry -> entry.plays(part)).toList();
        if (on.isEmpty()) {
            return neverConnected(part);
        }
        if (part instanceof Part.Push push) {
            return push(push, progress, on);
        }
        if (part instanceof Part.Close) {
            return close(part, progress, on);
        }
        return new Finding(
                journal.unexpected().isEmpty()
                        ? "no such message came"
                        : "no such message came; what came instead stands below",
                "let the test wait until the client has sent it");
    }

    private Finding neverConnected(Part part) {
        boolean none = journal.entries().isEmpty();
        boolean refusedOnly = journal.entries().stream().noneMatch(Entry::accepted);
        return new Finding(
                none
                        ? "no client connected"
                        : refusedOnly
                                ? "the opening handshake was refused, see below"
                                : "no client connected to its channel",
                "let the client connect " + channel(part));
    }

    private Finding push(Part.Push push, Progress progress, List<Entry> on) {
        Entry last = on.get(on.size() - 1);
        if (progress.begunCount() > 0) {
            boolean some = progress.doneCount() > 0;
            return new Finding(
                    "of " + messages(progress.begunCount()) + " pushed it took "
                            + (some ? progress.doneCount() : "none")
                            + ": after that nothing came from the client, no message, no pong, no close",
                    "let the test wait until the client has handled the message, and the client read what comes");
        }
        if (!last.isReady(push)) {
            return new Finding(
                    "it was not pushed: the client did not send " + step(push, last.stepsDone(push)),
                    "let the client send what the contract has it send first, and the test wait for that");
        }
        if (options.pushes() == Pushes.WHEN_TOLD) {
            return new Finding(
                    "it was not pushed: the test did not say so",
                    "call push(\"" + push.description() + "\") once the client is connected");
        }
        String due = Words.duration(options.pushDelay());
        return new Finding(
                last.isOpen()
                        ? "it was not pushed yet: the test ended before it was due, " + due
                                + " after the client was ready"
                        : "it was not pushed: the client left before it was due, " + due + " after it was ready",
                "let the test wait until the client has handled the message before it closes the connection");
    }

    private static Finding close(Part part, Progress progress, List<Entry> on) {
        if (progress.begunCount() > 0) {
            return new Finding(
                    "it was closed so, and the client did not answer the close",
                    "let the test wait until the client has seen the close, and the client answer it");
        }
        Entry last = on.get(on.size() - 1);
        return new Finding(
                last.isReady(part)
                        ? "the connection was never closed so"
                        : "the client did not send " + step(part, last.stepsDone(part)),
                "call closeConnections(\"" + part.description() + "\") once the client is connected");
    }

    private static String step(Part part, int done) {
        return "message " + (done + 1) + " of the " + part.steps().size() + " that it sends first";
    }

    private String channel(Part part) {
        String path = part.interaction().setup().channel().path();
        return "to " + url + Objects.requireNonNullElse(path, "");
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    private record Finding(String actual, String remedy) {}
}
