package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Infers a draft of a contract from recordings. Connections with the same path and subprotocol are one channel; on each, every
 * type of message that the server sends is something that it pushes, or the reply to something that the client sends.
 */
public final class Inference {
    private final List<Recording> recordings;
    private final JsonPointer discriminator;

    private Inference(List<Recording> recordings, JsonPointer discriminator) {
        this.recordings = recordings;
        this.discriminator = discriminator;
    }

    /**
     * The draft from all these recordings together.
     *
     * @param consumer the consumer's name
     * @param provider the provider's name
     * @param discriminator the field that tells types of messages apart, as a name or JSON Pointer; empty to find it
     */
    public static Draft draft(List<Recording> recordings, String consumer, String provider, String discriminator) {
        Inference inference = new Inference(recordings, TypeField.of(recordings, discriminator));
        return inference.draft(consumer, provider);
    }

    private Draft draft(String consumer, String provider) {
        Map<ChannelKey, List<RecordedConnection>> channels = channels();
        DraftText text = new DraftText(consumer, provider, channels.size() == 1 ? only(channels) : null);
        List<String> notes = new ArrayList<>();
        notes.add("types of messages are told apart by " + discriminator);
        long messages = 0;
        for (Map.Entry<ChannelKey, List<RecordedConnection>> channel : channels.entrySet()) {
            ChannelDraft draft = new ChannelDraft(channel.getKey(), channel.getValue(), discriminator);
            draft.write(text, channels.size() > 1);
            messages += draft.messages();
            notes.addAll(draft.notes());
        }
        return new Draft(text.yaml(sources(), messages), text.files(), notes, text.interactions());
    }

    private static ChannelKey only(Map<ChannelKey, List<RecordedConnection>> channels) {
        return channels.keySet().iterator().next();
    }

    private Map<ChannelKey, List<RecordedConnection>> channels() {
        Map<ChannelKey, List<RecordedConnection>> channels = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            for (RecordedConnection connection : recording.connections()) {
                if (connection.answer().failure() == null) {
                    channels.computeIfAbsent(ChannelKey.of(connection), key -> new ArrayList<>())
                            .add(connection);
                }
            }
        }
        return channels;
    }

    private String sources() {
        return String.join(", ", recordings.stream().map(Recording::source).toList());
    }
}
