package dev.wspact.example.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records what pages in a browser send and receive over WebSockets, as wspact reads it (docs/recordings.md). It passes
 * everything on, in between page and server: so it sees subprotocols and closes, which {@code page.onWebSocket} does not show.
 * Messages and URLs are recorded as they are.
 */
final class PageRecorder {
    private final ObjectMapper json = new ObjectMapper();
    private final List<Object> lines = new ArrayList<>(List.of(Map.of("line", "recording", "version", 1)));
    private int connections;

    /** Records the connections that the page opens from now on. */
    void watch(Page page) {
        page.routeWebSocket(url -> true, route -> new Connection(++connections, route).pass(route.connectToServer()));
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object line : lines) {
            text.append(json.writeValueAsString(line)).append('\n');
        }
        Files.writeString(file, text);
    }

    private final class Connection {
        private final int number;
        private final WebSocketRoute page;
        private final Instant begin = Instant.now();
        private boolean open;
        private boolean ended;

        Connection(int number, WebSocketRoute page) {
            this.number = number;
            this.page = page;
        }

        void pass(WebSocketRoute server) {
            page.onMessage(frame -> pass("sent", frame, server));
            server.onMessage(frame -> pass("received", frame, page));
            page.onClose((code, reason) -> close("client", code, reason, server));
            server.onClose((code, reason) -> close("server", code, reason, page));
        }

        private void pass(String direction, WebSocketFrame frame, WebSocketRoute to) {
            boolean binary = frame.text() == null;
            note(
                    "frame",
                    Map.of("direction", direction, "opcode", binary ? "binary" : "text", "fin", true),
                    Map.of(binary ? "base64" : "text", binary ? frame.binary() : frame.text()));
            if (binary) {
                to.send(frame.binary());
            } else {
                to.send(frame.text());
            }
        }

        /**
         * Only the first close is noted: the other side hears of it, and closes too. A connection that never opened ends
         * with 1006, and leaves nothing behind.
         */
        private void close(String by, @Nullable Integer code, @Nullable String reason, WebSocketRoute to) {
            int status = code == null ? 1005 : code;
            if (!ended && (open || status != 1006)) {
                note("close", Map.of("by", by, "code", status), Map.of("reason", reason == null ? "" : reason));
            }
            ended = true;
            WebSocketRoute.CloseOptions same = new WebSocketRoute.CloseOptions();
            to.close(code == null ? same : same.setCode(code).setReason(reason));
        }

        private void note(String line, Map<String, ?> some, Map<String, ?> more) {
            if (!open) {
                open = true;
                handshake();
            }
            Map<String, Object> members = new LinkedHashMap<>(Map.of("line", line, "connection", number));
            members.put("sinceOpen", Duration.between(begin, Instant.now()).toString());
            members.putAll(some);
            members.putAll(more);
            lines.add(members);
        }

        /** What goes over a connection shows how it was opened: by 101, and by the subprotocol if the page offered one. */
        private void handshake() {
            List<String> offered = page.protocols();
            Map<String, Object> request = offered.isEmpty()
                    ? Map.of()
                    : Map.of("Sec-WebSocket-Protocol", List.of(String.join(", ", offered)));
            lines.add(Map.of(
                    "line",
                    "handshake",
                    "connection",
                    number,
                    "url",
                    page.url(),
                    "opened",
                    begin.toString(),
                    "request",
                    Map.of("headers", request),
                    "response",
                    Map.of("status", 101, "headers", offered.size() == 1 ? request : Map.of())));
        }
    }
}
