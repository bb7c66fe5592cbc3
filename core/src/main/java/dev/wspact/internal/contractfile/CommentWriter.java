package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Channel;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.FrameType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the block {@code comments.websocket}, all but its version; empty if there is nothing to say. */
final class CommentWriter implements Expectation.Visitor<ObjectNode> {
    private final ObjectNode block = JsonNodeFactory.instance.objectNode();

    private CommentWriter() {}

    static ObjectNode write(Interaction interaction) {
        CommentWriter writer = new CommentWriter();
        writer.setup(interaction.setup());
        return interaction.expectation().accept(writer);
    }

    private void setup(Setup setup) {
        if (!setup.channel().equals(Channel.DEFAULT)) {
            channel(setup.channel(), block.putObject("channel"));
        }
        if (!setup.send().isEmpty()) {
            ArrayNode send = block.putArray("send");
            setup.send().forEach(step -> step(step, send.addObject()));
        }
        texts("trigger", setup.trigger(), block);
    }

    private static void channel(Channel channel, ObjectNode json) {
        text("path", channel.path(), json);
        lists("query", channel.query(), json);
        lists("headers", channel.headers().fields(), json);
        texts("subprotocols", channel.subprotocols(), json);
        if (channel.credentials() != null) {
            json.put("credentials", channel.anonymous() ? "none" : "verifier");
        }
    }

    private static void step(SendStep step, ObjectNode json) {
        MessageWriter.contents(step.contents(), json);
        frame(step.frame(), json);
        if (!step.awaits().isEmpty()) {
            ObjectNode awaits = json.putObject("awaits");
            step.awaits().forEach((pointer, value) -> awaits.set(pointer, StrictJson.read(value)));
        }
        duration("after", step.after(), json);
        MessageWriter.notEmpty("generators", step.generators(), json);
    }

    @Override
    public ObjectNode push(Expectation.Push push) {
        details(push.message(), block);
        receive(push.receive());
        MessageOrder order = push.order();
        if (order != null) {
            ObjectNode json = block.putObject("order");
            json.put("by", order.by()).put("rule", order.rule().word());
            text("per", order.per(), json);
        }
        if (push.heartbeat() != null) {
            duration("every", push.heartbeat(), block.putObject("heartbeat"));
        }
        text("timestamp", push.timestamp(), block);
        return block;
    }

    @Override
    public ObjectNode exchange(Expectation.Exchange exchange) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        details(exchange.request(), request);
        if (!request.isEmpty()) {
            block.set("request", request);
        }
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        boolean anything = false;
        for (Expectation.Response response : exchange.responses()) {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            details(response.message(), part);
            duration("within", response.within(), part);
            anything |= !part.isEmpty();
            responses.add(part.isEmpty() ? JsonNodeFactory.instance.nullNode() : part);
        }
        if (anything) {
            block.set("response", responses);
        }
        text("correlate", exchange.correlate(), block);
        return block;
    }

    @Override
    public ObjectNode handshake(Expectation.Handshake handshake) {
        block.put("kind", "handshake");
        details(handshake.answer(), block);
        return block;
    }

    @Override
    public ObjectNode close(Expectation.Close close) {
        block.put("kind", "close");
        details(close.status(), block);
        receive(close.receive());
        return block;
    }

    @Override
    public ObjectNode notCheckable(Expectation.NotCheckable notCheckable) {
        throw new IllegalStateException("an interaction that is not checkable is written as it was read");
    }

    private void receive(@Nullable Receive receive) {
        if (receive != null) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            if (receive.atLeast() != null) {
                json.put("atLeast", receive.atLeast());
            }
            if (receive.atMost() != null) {
                json.put("atMost", receive.atMost());
            }
            duration("within", receive.within(), json);
            if (!json.isEmpty()) {
                block.set("receive", json);
            }
        }
    }

    private static void details(ExpectedMessage message, ObjectNode json) {
        frame(message.frame(), json);
        if (message.shape() instanceof Shape.Schema schema) {
            json.set("schema", StrictJson.read(schema.schema()));
        }
    }

    private static void frame(@Nullable FrameType frame, ObjectNode json) {
        text("frame", frame == null ? null : frame.name().toLowerCase(Locale.ROOT), json);
    }

    private static void duration(String name, @Nullable Duration duration, ObjectNode json) {
        text(name, duration == null ? null : duration.toString(), json);
    }

    private static void text(String name, @Nullable String text, ObjectNode json) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static void texts(String name, List<String> texts, ObjectNode json) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(array::add);
        }
    }

    private static void lists(String name, Map<String, List<String>> lists, ObjectNode json) {
        if (!lists.isEmpty()) {
            ObjectNode object = json.putObject(name);
            lists.forEach((member, texts) -> texts(member, texts, object));
        }
    }
}
