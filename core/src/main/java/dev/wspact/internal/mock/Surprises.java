package dev.wspact.internal.mock;

import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.matching.Difference;
import dev.wspact.mock.MockResult.Deviation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a message that the contract does not allow what comes closest to it. */
final class Surprises {
    private static final int DIFFERENCES = 20;

    private Surprises() {}

    static Handshake.Surprise message(Entry entry, ReceivedPayload message) {
        Candidate closest = null;
        for (Candidate candidate : candidates(entry)) {
            Candidate judged = candidate.judged(message);
            if (closest == null || judged.isCloserThan(closest)) {
                closest = judged;
            }
        }
        String what = "the message " + Told.line(Told.of(message.payload()));
        if (closest == null) {
            return new Handshake.Surprise(
                    what,
                    "",
                    List.of(),
                    "let the client send nothing on this channel, or add what it sends to the contract");
        }
        return new Handshake.Surprise(what, closest.part.description(), closest.deviations(), closest.remedy());
    }

    private static List<Candidate> candidates(Entry entry) {
        List<Candidate> candidates = new ArrayList<>();
        for (Part part : entry.parts) {
            int done = entry.stepsDone(part);
            for (int step = 0; step < part.steps().size(); step++) {
                candidates.add(new Candidate(part, part.steps().get(step), tooEarly(part, step, done), List.of(), 0));
            }
            if (part instanceof Part.Exchange exchange) {
                candidates.add(new Candidate(
                        part, exchange.request(), tooEarly(part, part.steps().size(), done), List.of(), 0));
            }
        }
        return candidates;
    }

    /** What has to come before; null if nothing has. */
    private static @Nullable String tooEarly(Part part, int step, int done) {
        if (step <= done) {
            return null;
        }
        return "after message " + (done + 1) + " of the " + part.steps().size()
                + " that the client sends first (\"send\")";
    }

    private record Candidate(
            Part part,
            ClientMessage expected,
            @Nullable String tooEarly,
            List<Difference> differences,
            int strangeness) {
        Candidate judged(ReceivedPayload message) {
            return new Candidate(part, expected, tooEarly, expected.compare(message), expected.strangeness(message));
        }

        boolean isCloserThan(Candidate other) {
            return strangeness != other.strangeness
                    ? strangeness < other.strangeness
                    : differences.size() < other.differences.size();
        }

        List<Deviation> deviations() {
            List<Deviation> deviations = new ArrayList<>();
            if (tooEarly != null) {
                deviations.add(new Deviation("$", "send", tooEarly, "it came before"));
            }
            differences.stream()
                    .limit(DIFFERENCES)
                    .map(difference -> new Deviation(
                            difference.path(), difference.rule(), difference.expected(), difference.actual()))
                    .forEach(deviations::add);
            return deviations;
        }

        String remedy() {
            return tooEarly != null && differences.isEmpty()
                    ? "let the client send what comes first, and wait for what it awaits, before it sends this"
                    : "correct what the client sends, or the contract at " + expected.place();
        }
    }
}
