package dev.wspact.internal.inference;

import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.message.HandshakeResponse;
import java.util.List;

/**
 * What connections of one channel have in common.
 *
 * @param path the path
 * @param subprotocol what the server chose; empty if nothing
 */
record ChannelKey(String path, String subprotocol) {
    static ChannelKey of(RecordedConnection connection) {
        HandshakeResponse response = connection.answer().response();
        List<String> chosen = response == null ? List.of() : response.headers().values("Sec-WebSocket-Protocol");
        String path = connection.request().url().getPath();
        return new ChannelKey(path == null || path.isEmpty() ? "/" : path, chosen.isEmpty() ? "" : chosen.get(0));
    }
}
