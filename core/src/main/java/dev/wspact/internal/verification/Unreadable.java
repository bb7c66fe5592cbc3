package dev.wspact.internal.verification;

import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.FrameType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of a connection that are no JSON. They say nothing of which interaction they are meant for, and all
 * interactions that expect JSON in the same frames say the same of them, so each message is judged once for all. The
 * first of each frame type are kept, as what they differ in; of the others it is known that they are no closer, and they
 * are counted.
 */
final class Unreadable {
    private final Map<FrameType, Candidate> judges = new EnumMap<>(FrameType.class);
    private final Map<FrameType, Kept> kept = new EnumMap<>(FrameType.class);

    /** Messages will be judged for those of the candidates that expect JSON. */
    Unreadable(List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.expectsJson()) {
                judges.putIfAbsent(candidate.expected().effectiveFrame(), candidate);
            }
        }
    }

    /** Judges a message that is no JSON, and keeps it for those that still miss something at the end. */
    Judged add(Incoming message) {
        Map<FrameType, List<Difference>> differences = new EnumMap<>(FrameType.class);
        judges.forEach((frame, candidate) -> differences.put(frame, differences(candidate, message)));
        var judged = new Judged(message.sighting(), differences);
        kept.computeIfAbsent(message.captured().payload().frameType(), type -> new Kept())
                .add(judged);
        return judged;
    }

    private static List<Difference> differences(Candidate candidate, Incoming message) {
        try {
            return candidate.compare(message);
        } catch (UnjudgeableException e) {
            throw new IllegalStateException("no rule is needed to judge what is no JSON", e);
        }
    }

    /** Tells an interaction that still misses something of the messages that came in its time. */
    void tell(PushWatch push) {
        kept.values().forEach(messages -> messages.tell(push));
    }

    /** A message and how it differs from what is expected in each type of frame. */
    record Judged(Sighting message, Map<FrameType, List<Difference>> differences) {
        /** How it differs from an expected message; empty if that one need not be JSON. */
        List<Difference> from(Candidate candidate) {
            return candidate.expectsJson()
                    ? differences.getOrDefault(candidate.expected().effectiveFrame(), List.of())
                    : List.of();
        }
    }

    /** Messages of one frame type, in the order in which they came. */
    private static final class Kept {
        private final List<Judged> first = new ArrayList<>();
        private long others;

        void add(Judged judged) {
            if (first.size() < Closest.KEPT) {
                first.add(judged);
            } else {
                others++;
            }
        }

        void tell(PushWatch push) {
            for (Judged judged : first) {
                List<Difference> differences = judged.from(push.candidate());
                if (differences.isEmpty() || !push.inTime(judged.message)) {
                    return;
                }
                push.considerUnreadable(judged.message, differences);
            }
            push.omit(others * first.get(0).from(push.candidate()).size());
        }
    }
}
