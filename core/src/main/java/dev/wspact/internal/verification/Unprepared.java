package dev.wspact.internal.verification;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * What can be asked of traffic that nobody prepared: provider states were not set up, and the time of what they would have
 * caused cannot be told.
 */
final class Unprepared {
    private Unprepared() {}

    /** The interaction, without a time that would count from a provider state. */
    static Interaction of(Interaction interaction) {
        if (interaction.setup().states().isEmpty()
                || !(interaction.expectation() instanceof Expectation.Push push)
                || push.receive() == null) {
            return interaction;
        }
        Receive receive = push.receive();
        return new Interaction(
                interaction.description(),
                interaction.key(),
                interaction.pending(),
                interaction.setup(),
                new Expectation.Push(
                        push.message(),
                        new Receive(receive.atLeast(), receive.atMost(), null),
                        push.order(),
                        push.heartbeat(),
                        push.timestamp()),
                interaction.origin());
    }

    /**
     * The verdict as far as such traffic bears it out: that something did not come may have a reason it does not show.
     *
     * @param longest how long it waited where its contract does not say
     * @param patience how long a verifier would have waited then
     */
    static Verdict told(Verdict verdict, Watch watch, Ending ending, Duration longest, Duration patience) {
        Interaction interaction = watch.interaction();
        if (verdict instanceof Verdict.Failed failed
                && !interaction.setup().states().isEmpty()
                && failed.mismatches().stream()
                        .allMatch(mismatch -> mismatch.rule().equals("receive.atMost"))) {
            return PlayedConnection.notCheckable(
                    "more came than \"atMost\", but not in which time they came, since that"
                            + " counts from a provider state");
        }
        if (!(verdict instanceof Verdict.NotSeen)) {
            return verdict;
        }
        if (!interaction.setup().states().isEmpty()) {
            return PlayedConnection.notCheckable("it did not come (" + watch.awaited()
                    + "), and a recording does not show whether the provider was in the state "
                    + interaction.setup().states().stream()
                            .map(ProviderState::name)
                            .map(name -> "\"" + name + "\"")
                            .collect(Collectors.joining(" and ")));
        }
        Duration waitedUntil = watch.dueAt();
        Duration due = waitedUntil == null || declaresTime(interaction.expectation())
                ? waitedUntil
                : waitedUntil.minus(longest).plus(patience);
        return due != null && ending.close() == null && due.compareTo(ending.at()) > 0
                ? PlayedConnection.notCheckable("it ends " + Words.of(ending.at())
                        + " after the connection was open, when there was still time for " + watch.awaited())
                : verdict;
    }

    private static boolean declaresTime(Expectation expectation) {
        if (expectation instanceof Expectation.Exchange exchange) {
            return exchange.responses().stream().anyMatch(response -> response.within() != null);
        }
        Receive receive = expectation instanceof Expectation.Push push
                ? push.receive()
                : expectation instanceof Expectation.Close close ? close.receive() : null;
        return receive != null && receive.within() != null;
    }
}
