package dev.wspact.internal.verification;

import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Transcript;
import dev.wspact.verification.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps the first and the last messages of a connection within the limits, half of them each, and counts the others. */
final class TranscriptRecorder {
    private final List<CapturedMessage> first = new ArrayList<>();
    private final Deque<CapturedMessage> last = new ArrayDeque<>();
    private final int firstMessages;
    private final int lastMessages;
    private final long halfOfBytes;
    private long firstBytes;
    private long lastBytes;
    private boolean firstIsFull;
    private long seen;

    TranscriptRecorder(Limits limits) {
        firstMessages = (limits.transcriptMessages() + 1) / 2;
        lastMessages = limits.transcriptMessages() / 2;
        halfOfBytes = (limits.transcriptBytes() + 1L) / 2;
    }

    void add(CapturedMessage message) {
        seen++;
        int size = message.payload().sizeInBytes();
        firstIsFull = firstIsFull || first.size() == firstMessages || firstBytes + size > halfOfBytes;
        if (firstIsFull) {
            addLast(message, size);
        } else {
            first.add(message);
            firstBytes += size;
        }
    }

    Transcript transcript(FrameHistory history) {
        List<CapturedMessage> kept = new ArrayList<>(first);
        kept.addAll(last);
        return new Transcript(history.opened(), kept, seen - kept.size(), history.frames());
    }

    private void addLast(CapturedMessage message, int size) {
        last.addLast(message);
        lastBytes += size;
        while (last.size() > lastMessages || lastBytes > halfOfBytes) {
            lastBytes -= last.removeFirst().payload().sizeInBytes();
        }
    }
}
