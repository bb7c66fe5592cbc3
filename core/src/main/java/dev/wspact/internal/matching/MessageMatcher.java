package dev.wspact.internal.matching;

import dev.wspact.contract.ExpectedMessage;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges messages against one expected message. Prepared once, used for many; immutable. */
public interface MessageMatcher {
    /**
     * Prepares an expected message: its schema if there is one, its matching rules otherwise.
     *
     * @param unexpectedKeysFail whether members that the example does not have are differences
     * @throws UnjudgeableException if there is an unknown matching rule, or no way to compare such contents
     */
    static MessageMatcher of(ExpectedMessage expected, boolean unexpectedKeysFail) throws UnjudgeableException {
        return PreparedMatcher.of(expected, unexpectedKeysFail);
    }

    /**
     * How the message differs; empty if it matches. The frame type is compared too.
     *
     * @throws UnjudgeableException if the message cannot be judged, for instance because a pattern did not end in time
     */
    List<Difference> match(ReceivedPayload message, Deadline deadline) throws UnjudgeableException;

    /**
     * Whether a message that is no JSON differs in exactly that, beside its frame type: then all such matchers of one
     * frame type say the same of it.
     */
    boolean readsJson();

    /** The exact values that every matching JSON message must have one of, by JSON Pointer; for classification. */
    Map<String, Set<JsonText>> exactValues();
}
