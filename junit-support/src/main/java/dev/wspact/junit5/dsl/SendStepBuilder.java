package dev.wspact.junit5.dsl;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a message that the client sends after opening goes out, and what is waited for before the next. */
public final class SendStepBuilder {
    private final Map<String, Object> step;
    private final Map<String, Object> awaits = new LinkedHashMap<>();

    SendStepBuilder(Map<String, Object> step) {
        this.step = step;
    }

    /**
     * Before the next step the client waits for a message that has this value.
     *
     * @param pointer JSON Pointer (RFC 6901) into that message, such as {@code /type}
     * @param value the exact value there: a string, a number or a boolean
     */
    public SendStepBuilder awaits(String pointer, Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "A value to wait for is a string, a number or a boolean, but at " + pointer + " it is " + value);
        }
        awaits.put(Checked.pointer(pointer), value);
        step.put("awaits", awaits);
        return this;
    }

    /** The client waits for so long before it sends this message. */
    public SendStepBuilder after(Duration delay) {
        step.put("after", Checked.duration("after", delay));
        return this;
    }
}
