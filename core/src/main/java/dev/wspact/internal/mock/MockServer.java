package dev.wspact.internal.mock;

import dev.wspact.contract.Contract;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.ReceivedMessage;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The engine behind the front door's mock provider. */
public final class MockServer implements AutoCloseable {
    private MockServer() {}

    public static MockServer start(List<Contract> contracts, MockOptions options) {
        throw new UnsupportedOperationException(contracts + " " + options);
    }

    public URI url() {
        throw new UnsupportedOperationException();
    }

    public void play(List<String> descriptions) {
        throw new UnsupportedOperationException(descriptions.toString());
    }

    public void reload(List<Contract> contracts) {
        throw new UnsupportedOperationException(contracts.toString());
    }

    public int push(String description) {
        throw new UnsupportedOperationException(description);
    }

    public int closeConnections(String description) {
        throw new UnsupportedOperationException(description);
    }

    public List<ReceivedMessage> received() {
        throw new UnsupportedOperationException();
    }

    public ReceivedMessage awaitReceived(String description, Duration timeout) {
        throw new UnsupportedOperationException(description + timeout);
    }

    public List<MockConnection> connections() {
        throw new UnsupportedOperationException();
    }

    public MockConnection awaitConnection(Duration timeout) {
        throw new UnsupportedOperationException(timeout.toString());
    }

    public MockConnection awaitReconnect(Duration within) {
        throw new UnsupportedOperationException(within.toString());
    }

    public void inject(Fault fault, int connections) {
        throw new UnsupportedOperationException(fault.toString() + connections);
    }

    public int injectNow(Fault fault) {
        throw new UnsupportedOperationException(fault.toString());
    }

    public MockResult result() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
