package dev.wspact;

import dev.wspact.contract.Contract;
import dev.wspact.internal.mock.MockServer;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.ReceivedMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A provider that plays contracts to the consumer's own client, on a real socket, and proves that the client has used them.
 *
 * <pre>{@code
 * try (MockProvider provider = MockProvider.start(contract)) {
 *     client.connect(provider.getUrl());
 *     assertThat(client.nextNotification()).isEqualTo("…");
 *     assertThat(provider.result().isProven()).as(provider.result().text()).isTrue();
 * }
 * }</pre>
 *
 * It accepts the opening handshake that a contract's channel declares, and answers any other with a refusal that says what
 * differed. It waits for what the client sends first, pushes what the contract says is pushed, and answers requests. Any
 * thread may call any method. Threads and sockets live until {@link #close()}.
 */
public final class MockProvider implements AutoCloseable {
    private final MockServer server;

    private MockProvider(MockServer server) {
        this.server = server;
    }

    /** Plays one contract, on a free port of the loopback interface. */
    public static MockProvider start(Contract contract) {
        return start(List.of(contract), MockOptions.DEFAULT);
    }

    /**
     * Plays contracts.
     *
     * @throws IllegalArgumentException if there is no interaction in them: nothing played proves nothing
     * @throws dev.wspact.contract.ContractFormatException if an interaction cannot be played: it has no example, an unknown
     *     matching rule, or is none about WebSocket messages
     * @throws java.io.UncheckedIOException if the port cannot be listened on
     */
    public static MockProvider start(List<Contract> contracts, MockOptions options) {
        return new MockProvider(MockServer.start(contracts, options));
    }

    /** Where it listens: {@code ws://127.0.0.1:<port>}, without a path. */
    public URI getUrl() {
        return server.url();
    }

    /**
     * Plays only these interactions on connections that are opened from now on; without a description, all of them again.
     * For contracts in which interactions contradict each other: a handshake that is refused and one that is accepted,
     * provider states that exclude each other.
     *
     * @throws IllegalArgumentException if the contracts have no such interaction
     */
    public void play(String... descriptions) {
        server.play(List.of(descriptions));
    }

    /**
     * Plays other contracts on connections that are opened from now on. What is open is closed with 1012 (service
     * restart); what has been proven until now is forgotten.
     *
     * @throws IllegalArgumentException if there is no interaction in them
     * @throws dev.wspact.contract.ContractFormatException if an interaction cannot be played; then nothing changes
     */
    public void reload(List<Contract> contracts) {
        server.reload(contracts);
    }

    /**
     * Sends the message of an interaction to every open connection of its channel whose client has sent what the contract
     * has it send first; waits for one up to {@link MockOptions#patience()}.
     *
     * @param description of an interaction in which the provider pushes a message
     * @return to how many connections it was sent
     * @throws IllegalArgumentException if the contracts have no such interaction
     * @throws IllegalStateException if there is no connection that it can be sent to
     */
    public int push(String description) {
        return server.push(description);
    }

    /**
     * Closes every open connection of an interaction's channel as the interaction says; waits for one up to {@link
     * MockOptions#patience()}.
     *
     * @param description of an interaction in which the provider closes the connection
     * @return how many connections are closed
     * @throws IllegalArgumentException if the contracts have no such interaction
     * @throws IllegalStateException if there is no open connection of its channel
     */
    public int closeConnections(String description) {
        return server.closeConnections(description);
    }

    /** The messages that the client has sent until now, over all connections, in the order they came; the last ones if many. */
    public List<ReceivedMessage> received() {
        return server.received();
    }

    /**
     * Waits for a message of the client: the next one that belongs to an interaction and was not returned before.
     *
     * @param description of the interaction whose request it is, or whose {@code send} it is a step of
     * @throws AssertionError if none has come in time; the text shows the session
     * @throws IllegalArgumentException if the contracts have no interaction with a message of the client by that name
     */
    public ReceivedMessage awaitReceived(String description, Duration timeout) {
        return server.awaitReceived(description, timeout);
    }

    /** The opening handshakes until now, accepted or refused, and what became of them. */
    public List<MockConnection> connections() {
        return server.connections();
    }

    /**
     * Waits for an accepted connection: the next one that was not returned before.
     *
     * @throws AssertionError if none has come in time
     */
    public MockConnection awaitConnection(Duration timeout) {
        return server.awaitConnection(timeout);
    }

    /**
     * Waits until a client that was connected is connected again: for an accepted connection that was opened after the end
     * of an earlier one, and was not returned before.
     *
     * @param within counted from the end of the last connection that has ended; from now if none has yet
     * @throws AssertionError if there is none in time; the text shows when the client tried
     */
    public MockConnection awaitReconnect(Duration within) {
        return server.awaitReconnect(within);
    }

    /**
     * Lets something go wrong on the next connection. Several faults that are injected before it all apply to it. A
     * {@link Fault.RefuseHandshake} applies to the next opening handshake, and all others to the next that is accepted.
     */
    public void inject(Fault fault) {
        inject(fault, 1);
    }

    /**
     * Lets something go wrong on each of the next connections.
     *
     * @param connections how many of them
     */
    public void inject(Fault fault, int connections) {
        server.inject(fault, connections);
    }

    /**
     * Lets something go wrong on every connection that is open now; messages are counted from now. A {@link
     * Fault.DropConnection} first waits, up to {@link MockOptions#patience()}, until the clients have answered a ping: so
     * what was sent to them before is not lost with the connection, and what they have taken is proven.
     *
     * @return how many connections that are
     * @throws IllegalArgumentException for {@link Fault.RefuseHandshake}, which is too late
     */
    public int injectNow(Fault fault) {
        return server.injectNow(fault);
    }

    /**
     * The proof: whether the client has exercised every interaction, and done nothing else. Waits up to {@link
     * MockOptions#patience()} for what a connected client has still on its way. May be called again, also after {@link
     * #close()}.
     */
    public MockResult result() {
        return server.result();
    }

    /** Closes what is open with 1001, and ends everything. Does nothing when called again. */
    @Override
    public void close() {
        server.close();
    }
}
