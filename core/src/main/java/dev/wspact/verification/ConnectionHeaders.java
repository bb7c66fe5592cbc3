package dev.wspact.verification;

import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.message.Headers;
import java.util.List;

/**
 * Supplies header fields for an opening handshake, such as a token for the user that the provider states speak of. Not
 * asked for interactions whose channel says {@code credentials: none}. Called on the thread that runs the verification.
 */
@FunctionalInterface
public interface ConnectionHeaders {
    /**
     * The header fields for one connection. They override equal names of the contract's channel.
     *
     * @param interactions the interactions that share the connection, at least one
     * @param states their provider states
     * @throws Exception if they cannot be supplied; the interactions are then errored
     */
    Headers headersFor(List<Interaction> interactions, List<ProviderState> states) throws Exception;
}
