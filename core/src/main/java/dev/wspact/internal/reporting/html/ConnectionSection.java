package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import java.util.List;

/** One connection: what was connected to, how the server answered, what went over it, and how it ended. */
final class ConnectionSection {
    private static final int VALUE = 500;
    private static final int BODY = 2_000;

    private final Html html;
    private final Numbered contract;
    private final ConnectionRecord connection;

    private ConnectionSection(Html html, Numbered contract, ConnectionRecord connection) {
        this.html = html;
        this.contract = contract;
        this.connection = connection;
    }

    static void write(Html html, Numbered contract, ConnectionRecord connection) {
        ConnectionSection section = new ConnectionSection(html, contract, connection);
        html.in(
                Tag.of("article", Attribute.classes("connection"), Attribute.id(contract.anchor(connection))),
                section::write);
        html.line();
    }

    private void write() {
        html.in("h3", () -> {
            html.text("Connection " + connection.number());
            html.text(
                    Tag.of("span", "quiet"),
                    " for " + Shortened.text(contract.result().subject().consumer(), VALUE));
        });
        html.in(
                Tag.of("p", "address"),
                () -> html.text("code", Shortened.text(connection.url().toString(), VALUE)));
        handshake();
        Marks marks = Marks.of(contract, connection);
        boolean failing = marks.inOrder().stream().anyMatch(mark -> mark.kind() == FrameKind.FAILED);
        if (marks.inOrder().isEmpty()) {
            html.text(Tag.of("p", "quiet"), "No frame went over it.");
        } else if (failing || Room.of(html).enough()) {
            Timeline.write(html, contract, connection, marks);
        } else {
            html.text(
                    Tag.of("p", "quiet"),
                    "Not drawn, since nothing in it fails and the page is long already; the result file has it.");
        }
        end();
        if (!marks.inOrder().isEmpty()) {
            frames(marks.inOrder());
        }
    }

    private void handshake() {
        HandshakeResponse handshake = connection.handshake();
        if (handshake == null) {
            html.text("p", "There was no answer to the opening handshake.");
            if (!connection.request().isEmpty()) {
                html.in("details", () -> {
                    html.text("summary", "What the client asked with");
                    headers(connection.request());
                });
            }
            return;
        }
        html.in("details", () -> {
            html.text(
                    "summary",
                    "Opening handshake: HTTP status " + handshake.status()
                            + (handshake.accepted() ? ", accepted" : ", refused"));
            if (!connection.request().isEmpty()) {
                html.text("h4", "The client asked with");
                headers(connection.request());
                html.text("h4", "The server answered with");
            }
            headers(handshake.headers());
            if (!handshake.body().isEmpty()) {
                Payload body = handshake.body().content();
                html.in(
                        Tag.of("p", "body"),
                        () -> html.text(
                                "code",
                                body instanceof Payload.Text text
                                        ? Shortened.text(text.value(), BODY)
                                        : Words.count(body.sizeInBytes(), "byte") + " that are no text"));
            }
        });
    }

    private void headers(Headers headers) {
        html.in(Tag.of("dl", "facts headers"), () -> headers.fields()
                .forEach((name, values) -> html.in("div", () -> {
                    html.text("dt", Shortened.text(name, VALUE));
                    html.in("dd", () -> html.text("code", Shortened.text(String.join(", ", values), VALUE)));
                })));
    }

    private void end() {
        Transcript transcript = connection.transcript();
        CloseStatus close = connection.close();
        StringBuilder text = new StringBuilder();
        if (close != null) {
            text.append(
                    connection.closedBy() == null
                            ? "It broke off without a close (" + close.code() + ")."
                            : "Closed by the " + (connection.closedBy() == Direction.SENT ? "client" : "server")
                                    + " with " + Shortened.text(close.toString(), VALUE) + ".");
        }
        if (close == null
                && connection.handshake() != null
                && connection.handshake().accepted()) {
            text.append("The recording does not show how it ended.");
        }
        if (transcript.omitted() > 0) {
            text.append(" Of its messages, ").append(transcript.omitted()).append(" were judged and not kept.");
        }
        if (transcript.frames().omitted() > 0) {
            text.append(" Of its frames, ")
                    .append(transcript.frames().omitted())
                    .append(" were not kept.");
        }
        if (text.length() > 0) {
            html.text(Tag.of("p", "quiet"), text.toString().strip());
        }
    }

    private void frames(List<Mark> marks) {
        Anchor anchor = Anchor.frames(contract.number(), connection.number());
        html.in(Tag.of("details", Attribute.id(anchor)), () -> {
            html.text("summary", "Frames one by one (" + marks.size() + ")");
            html.in(
                    Tag.of(
                            "div",
                            Attribute.classes("scroll"),
                            Attribute.fixed("tabindex", "0"),
                            Attribute.fixed("role", "region"),
                            Attribute.label("frames of connection " + connection.number() + " of contract "
                                    + contract.number())),
                    () -> html.in(
                            Tag.of("table", "frames"),
                            () -> FrameTable.write(
                                    html,
                                    contract,
                                    connection.number(),
                                    marks,
                                    !Room.of(html).enough())));
        });
    }
}
