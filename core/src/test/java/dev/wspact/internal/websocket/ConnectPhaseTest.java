package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ConnectPhaseTest {
    private final HostPort server = HostPort.of(URI.create("ws://localhost:8080/"));

    /** A server that ends a connection at once may be faster than our system's word that it is open. */
    @Test
    void a_reset_is_the_servers_end_of_the_connection_however_early() {
        var reset = new SocketException("Connection reset by peer");

        assertThat(ConnectPhase.CONNECT.failure(server, reset)).isEqualTo(ConnectPhase.ANSWER.failure(server, reset));
        assertThat(ConnectPhase.CONNECT.failure(server, reset).problem())
                .startsWith("localhost:8080 ended the connection before it had answered the opening handshake");
    }

    @Test
    void only_where_nothing_listens_may_another_attempt_help() {
        var refused = ConnectPhase.CONNECT.failure(server, new ConnectException("Connection refused"));
        var noRoute = ConnectPhase.CONNECT.failure(server, new NoRouteToHostException("No route to host"));

        assertThat(refused.retryable()).isTrue();
        assertThat(noRoute.retryable()).isFalse();
        assertThat(noRoute.problem()).isEqualTo("no TCP connection to localhost:8080: No route to host");
    }
}
