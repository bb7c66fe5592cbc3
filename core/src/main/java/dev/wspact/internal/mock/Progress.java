package dev.wspact.internal.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wspact.contract.MessageOrder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far one interaction is exercised. Confined to the journal's lock. */
final class Progress {
    /** Messages, answers or closes of it that were about to be sent. */
    private long begun;
    /** Those that the client has taken; requests of it that came. */
    private long done;
    /** The greatest value that its order has come to; null if there was none. */
    private @Nullable BigDecimal last;

    void begin() {
        begun++;
    }

    void done() {
        done++;
    }

    long begunCount() {
        return begun;
    }

    long doneCount() {
        return done;
    }

    /** Whether the client has used it. */
    boolean exercised(Part part) {
        return done >= (part instanceof Part.Push push ? push.round() : 1);
    }

    /**
     * Gives a message its place in the interaction's order.
     *
     * @param lastOnConnection the last value on the connection; null if this is the first there, which goes on where all
     *     connections have come to, so that a client that comes back misses nothing
     * @return the value that it has now; null if it has none
     */
    @Nullable
    BigDecimal number(JsonNode message, MessageOrder order, @Nullable BigDecimal lastOnConnection) {
        JsonPointer by = JsonPointer.compile(order.by());
        JsonNode example = message.at(by);
        if (!example.isNumber()) {
            return null;
        }
        BigDecimal before = lastOnConnection == null ? last : lastOnConnection;
        BigDecimal value = before == null ? example.decimalValue() : before.add(BigDecimal.ONE);
        last = last == null ? value : last.max(value);
        ServerMessage.set(
                message,
                by,
                value.scale() <= 0
                        ? JsonNodeFactory.instance.numberNode(value.toBigInteger())
                        : JsonNodeFactory.instance.numberNode(value));
        return value;
    }
}
