package dev.wspact.internal.verification;

import dev.wspact.contract.Interaction;
import dev.wspact.verdict.Latency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One interaction that can be judged. Exactly one of the two judges is there.
 *
 * @param index its place in the contract, from 0
 * @param watch judges what happens on an open connection
 * @param handshake judges the answer to the opening handshake
 */
record Task(int index, Interaction interaction, @Nullable Watch watch, @Nullable HandshakeJudge handshake) {
    static Task of(int index, Watch watch) {
        return new Task(index, watch.interaction(), watch, null);
    }

    static Task of(int index, HandshakeJudge handshake) {
        return new Task(index, handshake.interaction(), null, handshake);
    }

    Findings findings() {
        return watch == null ? Objects.requireNonNull(handshake).findings() : watch.findings();
    }

    /** How long its messages were on their way; null if that was not measured. */
    @Nullable
    Latency latency() {
        return watch == null ? null : watch.latency();
    }

    String awaited() {
        return watch == null
                ? "the answer to the opening handshake of \"" + interaction.description() + "\""
                : watch.awaited();
    }

    /** Whether other interactions may be judged on the same connection: a close or a refusal would take it from them. */
    boolean sharesItsConnection() {
        return watch instanceof PushWatch || watch instanceof ExchangeWatch;
    }
}
