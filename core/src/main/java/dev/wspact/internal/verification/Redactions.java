package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedEvent;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was taken out of the messages of a recorded connection; nobody can be blamed for it. */
final class Redactions {
    private final Map<Long, List<String>> sent = new HashMap<>();
    private final Map<Long, List<String>> received = new HashMap<>();

    Redactions(RecordedConnection connection) {
        for (RecordedEvent event : connection.events()) {
            if (event instanceof RecordedEvent.Message message
                    && !message.redacted().isEmpty()) {
                (message.captured().direction() == Direction.SENT ? sent : received)
                        .put(message.captured().position(), message.redacted());
            }
        }
    }

    /** JSON Pointers to what was taken out of a message. */
    List<String> of(CapturedMessage message) {
        return (message.direction() == Direction.SENT ? sent : received).getOrDefault(message.position(), List.of());
    }

    /** The verdict without mismatches at what was taken out; errored if nothing else speaks against the provider. */
    Verdict withoutRedacted(Verdict verdict) {
        if (received.isEmpty() || !(verdict instanceof Verdict.Failed failed)) {
            return verdict;
        }
        Mismatch.Address first = failed.mismatches().stream()
                .map(Mismatch::address)
                .filter(this::isRedacted)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return failed;
        }
        // that something is missing says nothing where it may have been there
        List<Mismatch> real = failed.mismatches().stream()
                .filter(mismatch -> mismatch.address().message() > 0 && !isRedacted(mismatch.address()))
                .toList();
        if (!real.isEmpty()) {
            return new Verdict.Failed(real, failed.omitted());
        }
        return new Verdict.Errored(
                "not checkable from a recording: " + first.path() + " of message " + first.message()
                        + " was redacted when it was recorded",
                "verify against the running server, or record again without redacting it");
    }

    private boolean isRedacted(Mismatch.Address address) {
        List<String> pointers = received.getOrDefault(address.message(), List.of());
        JsonPointer place = SentContents.pointer(address.path());
        return place != null && pointers.stream().anyMatch(pointer -> isAtOrBelow(place, pointer));
    }

    private static boolean isAtOrBelow(@Nullable JsonPointer place, String pointer) {
        String text = String.valueOf(place);
        return text.equals(pointer) || text.startsWith(pointer + "/");
    }
}
