package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Place;
import dev.wspact.message.JsonText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that the messages of one interaction follow each other as the contract's {@code order} says. Numbers are exact. */
final class OrderCheck {
    /** How many keys of {@code per} are told apart. */
    static final int KEYS = 10_000;

    private static final JsonText ONE_FOR_ALL = new JsonText("null");
    /** The longest key that is kept. */
    static final int KEY_LENGTH = 1000;
    /** A number with more digits before its point than this would make gapless arithmetic arbitrarily dear. */
    private static final int DIGITS = 1000;

    private final MessageOrder order;
    private final JsonPointer by;
    private final @Nullable JsonPointer per;
    private final Place place;
    private final Map<JsonText, BigDecimal> lastByKey = new HashMap<>();

    OrderCheck(MessageOrder order, Place place) {
        this.order = order;
        this.by = JsonPointer.compile(order.by());
        this.per = order.per() == null ? null : JsonPointer.compile(order.per());
        this.place = place;
    }

    void check(Incoming message, Findings findings) {
        JsonText key = key(message, findings);
        BigDecimal value = value(message, findings);
        if (key == null || value == null) {
            return;
        }
        BigDecimal last = lastByKey.get(key);
        if (last == null && lastByKey.size() == KEYS) {
            findings.notCheckable(
                    "more than " + KEYS + " different values at " + order.per() + " to order messages by",
                    "let \"order.per\" point to a field with fewer values");
            return;
        }
        lastByKey.put(key, value);
        if (last != null && !follows(last, value)) {
            findings.add(message, "order", expected(last, key), value.toPlainString(), place);
        }
    }

    private @Nullable JsonText key(Incoming message, Findings findings) {
        if (per == null) {
            return ONE_FOR_ALL;
        }
        JsonText key = message.valueAt(per);
        if (key == null) {
            findings.add(message, "order", "a value at " + order.per() + " (\"order.per\")", "nothing there", place);
        } else if (key.value().length() > KEY_LENGTH) {
            String shorter = "a value of at most " + KEY_LENGTH + " characters at " + order.per() + " (\"order.per\")";
            findings.add(message, "order", shorter, Words.shortened(key.value()), place);
            return null;
        }
        return key;
    }

    private @Nullable BigDecimal value(Incoming message, Findings findings) {
        JsonNode tree = message.payload().jsonOrNull();
        JsonNode found = tree == null ? null : tree.at(by);
        if (found == null || !found.isNumber() || isHuge(found.decimalValue())) {
            String actual =
                    found == null || found.isMissingNode() ? "nothing there" : Words.shortened(found.toString());
            findings.add(message, "order", "a number at " + order.by() + " (\"order.by\")", actual, place);
            return null;
        }
        return found.decimalValue();
    }

    private static boolean isHuge(BigDecimal value) {
        return Math.abs((long) value.precision() - value.scale()) > DIGITS || value.scale() > DIGITS;
    }

    private boolean follows(BigDecimal last, BigDecimal value) {
        return switch (order.rule()) {
            case INCREASING -> value.compareTo(last) >= 0;
            case STRICTLY_INCREASING -> value.compareTo(last) > 0;
            case GAPLESS -> value.compareTo(last.add(BigDecimal.ONE)) == 0;
        };
    }

    private String expected(BigDecimal last, JsonText key) {
        String among = per == null ? "" : " among those with " + order.per() + " = " + Words.shortened(key.value());
        String wanted =
                switch (order.rule()) {
                    case INCREASING -> "at least " + last.toPlainString();
                    case STRICTLY_INCREASING -> "more than " + last.toPlainString();
                    case GAPLESS -> last.add(BigDecimal.ONE).toPlainString();
                };
        return wanted + " at " + order.by() + ", after " + last.toPlainString() + among + " ("
                + order.rule().word() + ")";
    }
}
