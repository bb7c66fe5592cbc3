package dev.wspact.internal.verification;

import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Judgment;
import dev.wspact.verification.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first and the last messages of a connection within the limits, half of them each, and counts the others. Of
 * those between, the first that break an interaction are kept too, in up to half of the room of the last ones: a report
 * shows what is wrong in the message itself.
 */
final class TranscriptRecorder {
    private final List<Judged> first = new ArrayList<>();
    private final List<Judged> broken = new ArrayList<>();
    private final Deque<Judged> last = new ArrayDeque<>();
    private final int firstMessages;
    private final int lastMessages;
    private final long halfOfBytes;
    private long firstBytes;
    private long brokenBytes;
    private long lastBytes;
    private boolean firstIsFull;
    private long seen;

    TranscriptRecorder(Limits limits) {
        firstMessages = (limits.transcriptMessages() + 1) / 2;
        lastMessages = limits.transcriptMessages() / 2;
        halfOfBytes = (limits.transcriptBytes() + 1L) / 2;
    }

    /**
     * Takes the next message.
     *
     * @param judgment what became of it; null if it was sent
     */
    void add(CapturedMessage message, @Nullable Judgment judgment) {
        seen++;
        Judged judged = new Judged(message, judgment);
        firstIsFull = firstIsFull || first.size() == firstMessages || firstBytes + judged.size() > halfOfBytes;
        if (firstIsFull) {
            addLast(judged);
        } else {
            first.add(judged);
            firstBytes += judged.size();
        }
    }

    Transcript transcript(FrameHistory history) {
        List<CapturedMessage> kept = kept().stream().map(Judged::message).toList();
        return new Transcript(history.opened(), kept, seen - kept.size(), history.frames());
    }

    /** What became of the received messages that are kept, by their position. */
    Map<Long, Judgment> judgments() {
        Map<Long, Judgment> judgments = new HashMap<>();
        for (Judged judged : kept()) {
            if (judged.judgment != null && judged.message.direction() == Direction.RECEIVED) {
                judgments.put(judged.message.position(), judged.judgment);
            }
        }
        return judgments;
    }

    private List<Judged> kept() {
        List<Judged> kept = new ArrayList<>(first);
        kept.addAll(broken);
        kept.addAll(last);
        return kept;
    }

    private void addLast(Judged judged) {
        last.addLast(judged);
        lastBytes += judged.size();
        while (last.size() > lastMessages - broken.size() || lastBytes > halfOfBytes - brokenBytes) {
            Judged oldest = last.removeFirst();
            lastBytes -= oldest.size();
            if (oldest.judgment == Judgment.FAILED
                    && broken.size() < lastMessages / 2
                    && brokenBytes + oldest.size() <= halfOfBytes / 2) {
                broken.add(oldest);
                brokenBytes += oldest.size();
            }
        }
    }

    private record Judged(CapturedMessage message, @Nullable Judgment judgment) {
        int size() {
            return message.payload().sizeInBytes();
        }
    }
}
