package dev.wspact.example.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears one connection: joins the fragments of its messages, and tells of its end once. */
final class Connection implements WebSocket.Listener {
    /** RFC 6455 section 7.4.1: the connection ended without a close frame. */
    static final int ABNORMAL = 1006;

    private final Consumer<String> message;
    private final End end;
    private final StringBuilder fragments = new StringBuilder();

    /**
     * A connection that is going to be opened.
     *
     * @param message given each text message
     * @param end told when and how it has ended
     */
    Connection(Consumer<String> message, End end) {
        this.message = message;
        this.end = end;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        fragments.append(data);
        if (last) {
            message.accept(fragments.toString());
            fragments.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end.closed(ABNORMAL, String.valueOf(error.getMessage()));
    }

    /** Told how a connection has ended. */
    interface End {
        void closed(int code, String reason);
    }
}
