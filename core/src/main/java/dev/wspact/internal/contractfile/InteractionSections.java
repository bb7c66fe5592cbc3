package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.StrictJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the interactions of a contract.yaml, one method for each of its sections. */
final class InteractionSections {
    private final SchemaMessageReader messages;
    private final SetupReader setups;

    InteractionSections(SchemaSource schemas, SetupReader setups) {
        this.messages = new SchemaMessageReader(schemas);
        this.setups = setups;
    }

    /** A message that the server pushes. */
    Interaction receives(String description, Located at) {
        Members members = at.members();
        Setup setup = setups.read(members);
        var push = new Expectation.Push(
                messages.received(members),
                WebSocketFields.receive(members),
                members.get("order", WebSocketFields::order),
                members.get("heartbeat", WebSocketFields::heartbeat),
                members.get("timestamp", Located::jsonPointer));
        return interaction(description, members, setup, push);
    }

    /** A message that the client sends, and the server's replies. */
    Interaction sends(String description, Located at) {
        Members members = at.members();
        Setup setup = setups.read(members);
        ExpectedMessage request = messages.sent(members);
        List<Expectation.Response> replies = new ArrayList<>();
        members.require("replies", "Write the server's replies; a message without any is no interaction to rely on")
                .someElements()
                .forEach(reply -> replies.add(reply(reply)));
        var exchange = new Expectation.Exchange(request, replies, members.get("correlate", Located::jsonPointer));
        return interaction(description, members, setup, exchange);
    }

    private Expectation.Response reply(Located at) {
        Members members = at.members();
        var response = new Expectation.Response(messages.received(members), members.get("within", Located::duration));
        members.rejectOthers();
        return response;
    }

    /** An opening handshake that the server answers with another status than 101. */
    Interaction refuses(String description, Located at) {
        Members members = at.members();
        Setup setup = setups.readRefused(members);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Located status = members.require("status", "Write the HTTP status of the answer, as in status: 401");
        if (status.value().asInt() == 101) {
            throw status.error(
                    "the status 101 opens the connection",
                    "Write how the server refuses; that it opens is implied by every message that is received");
        }
        answer.set("status", status.value());
        Located headers = members.get("headers");
        if (headers != null) {
            ObjectNode lists = answer.putObject("headers");
            headers.members()
                    .forOthers((name, values) -> lists.set(
                            name,
                            values.value().isTextual()
                                    ? JsonNodeFactory.instance.arrayNode().add(values.value())
                                    : values.value()));
        }
        Located body = members.get("body");
        if (body != null) {
            answer.set("body", body.value());
        }
        EventContents.checkHandshake(new Located(at.document(), at.pointer(), answer).members());
        return interaction(description, members, setup, new Expectation.Handshake(event(answer, at)));
    }

    /** A close by the server. */
    Interaction closes(String description, Located at) {
        Members members = at.members();
        Setup setup = setups.read(members);
        ObjectNode close = JsonNodeFactory.instance.objectNode();
        close.set(
                "code",
                members.require("code", "Write the close code, as in code: 4001")
                        .value());
        Located reason = members.get("reason");
        if (reason != null) {
            close.set("reason", reason.value());
        }
        EventContents.checkClose(new Located(at.document(), at.pointer(), close).members());
        Duration within = members.get("within", Located::duration);
        Receive receive = within == null ? null : new Receive(null, null, within);
        return interaction(description, members, setup, new Expectation.Close(event(close, at), receive));
    }

    private static ExpectedMessage event(ObjectNode event, Located at) {
        Contents contents = Contents.json(StrictJson.text(event).value());
        return SchemaMessageReader.plain(contents, null, Shape.EQUAL, at.place());
    }

    private static Interaction interaction(String description, Members members, Setup setup, Expectation expectation) {
        members.rejectOthers();
        return new Interaction(
                description,
                null,
                false,
                setup,
                expectation,
                new Interaction.Origin(members.object().place(), Map.of()));
    }
}
