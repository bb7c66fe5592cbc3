package dev.wspact.internal.verification;

import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was not opened.
 *
 * @param outcome why not; it is none of those that lead on
 * @param connection its number
 * @param credentials whether a refusal may be the fault of what the verifier added
 */
record NotOpen(ConnectOutcome outcome, int connection, boolean credentials) {
    /** What it means for an interaction. */
    Verdict verdict(Task task, Parties parties) {
        HandshakeJudge handshake = task.handshake();
        if (outcome instanceof ConnectOutcome.Refused refused) {
            return handshake != null
                    ? handshake.verdict(refused.response(), null, connection, credentials)
                    : Outcomes.refused(refused.response(), task.interaction(), parties, connection, credentials);
        }
        if (outcome instanceof ConnectOutcome.Unsound unsound) {
            return handshake != null
                    ? handshake.verdict(unsound.response(), unsound, connection, credentials)
                    : Outcomes.unsound(unsound, task.interaction(), parties, connection);
        }
        if (outcome instanceof ConnectOutcome.Unreachable unreachable) {
            return Outcomes.unreachable(unreachable);
        }
        throw new IllegalStateException("unknown outcome: " + outcome);
    }

    /** What there is to say of it. */
    ConnectionRecord record(URI url) {
        return new ConnectionRecord(connection, url, response(), Transcript.NONE, null, null);
    }

    private @Nullable HandshakeResponse response() {
        if (outcome instanceof ConnectOutcome.Refused refused) {
            return refused.response();
        }
        return outcome instanceof ConnectOutcome.Unsound unsound ? unsound.response() : null;
    }
}
