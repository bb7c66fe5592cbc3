package dev.wspact.contract;

import java.util.List;
import java.util.Objects;

/**
 * What happens before an interaction is judged. Interactions with equal setups may share a connection.
 *
 * @param states the provider states, all of them
 * @param channel where and how to connect
 * @param send the messages that the client sends after opening, in order
 * @param trigger names of those states that are run after opening and sending, because they cause the push; all others
 *     run before opening
 */
public record Setup(List<ProviderState> states, Channel channel, List<SendStep> send, List<String> trigger) {
    /** Nothing to prepare: the verifier's URL, no states, nothing sent. */
    public static final Setup NONE = new Setup(List.of(), Channel.DEFAULT, List.of(), List.of());

    /** Copies the lists. */
    public Setup {
        states = List.copyOf(states);
        Objects.requireNonNull(channel, "channel");
        send = List.copyOf(send);
        trigger = List.copyOf(trigger);
    }
}
