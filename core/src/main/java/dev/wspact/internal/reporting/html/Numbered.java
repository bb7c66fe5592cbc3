package dev.wspact.internal.reporting.html;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A contract's result with its number on the page.
 *
 * @param number from 1
 */
record Numbered(int number, ContractResult result) {
    Optional<ConnectionRecord> connection(int wanted) {
        return result.connections().stream()
                .filter(connection -> connection.number() == wanted)
                .findFirst();
    }

    /** A message that was received on a connection, if it was kept. */
    Optional<CapturedMessage> received(int connection, long position) {
        return connection(connection).stream()
                .flatMap(record -> record.transcript().messages().stream())
                .filter(message -> message.direction() == Direction.RECEIVED && message.position() == position)
                .findFirst();
    }

    Anchor anchor(int interaction) {
        return Anchor.interaction(number, interaction + 1);
    }

    Anchor anchor(ConnectionRecord connection) {
        return Anchor.connection(number, connection.number());
    }

    /** All mismatches of an interaction that were kept; none if it is not failed. */
    static List<Mismatch> mismatches(InteractionResult result) {
        return underneath(result.verdict()) instanceof Verdict.Failed failed ? failed.mismatches() : List.of();
    }

    /** The verdict that would stand if the interaction were not pending. */
    static Verdict underneath(Verdict verdict) {
        return verdict instanceof Verdict.Pending pending ? pending.underneath() : verdict;
    }
}
