package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts with several addresses, addresses in URLs, and what of a URL is sent. */
@Timeout(60)
class AddressesTest {
    private final BlockingQueue<OpeningHandshake> requests = new LinkedBlockingQueue<>();
    private final Script accepting = peer -> {
        requests.add(peer.request());
        peer.accept().text("hello").closeWhenAsked();
    };

    private static InetAddress address(String literal) throws IOException {
        return InetAddress.getByName(literal);
    }

    /** Opens a connection where the name service knows only these addresses, whatever is asked. */
    private OpeningHandshake connected(URI url, InetAddress... addresses) throws Exception {
        try (Client client = new Client(addresses.length == 0 ? new Resolver() : new Resolver(host -> addresses));
                Session session = client.open(url)) {
            assertThat(Client.nextPayload(session)).hasToString("hello");
        }
        OpeningHandshake request = requests.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    @Test
    void an_address_that_refuses_is_followed_by_the_next() throws Exception {
        try (ScriptedServer server = ScriptedServer.startOn(address("127.0.0.1"), accepting)) {
            connected(
                    URI.create("ws://feed.test:" + server.port() + "/"),
                    address("127.0.0.2"),
                    address("127.0.0.3"),
                    address("127.0.0.1"));
        }
    }

    @Test
    void where_all_addresses_refuse_the_last_is_told() throws Exception {
        int port = ScriptedServer.unusedPort();
        InetAddress[] addresses = {address("127.0.0.2"), address("127.0.0.1")};
        try (Client client = new Client(new Resolver(host -> addresses))) {
            assertThat(client.connect(Client.request(URI.create("ws://feed.test:" + port + "/"))))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> {
                        assertThat(unreachable.problem()).startsWith("nothing listens on feed.test:" + port);
                        assertThat(unreachable.retryable()).isTrue();
                    });
        }
    }

    @Test
    void localhost_is_found_whichever_family_the_server_listens_on() throws Exception {
        assumeTrue(hasIpv6(), "no IPv6 on this machine");
        InetAddress[] both = {address("::1"), address("127.0.0.1")};
        InetAddress[] turned = {address("127.0.0.1"), address("::1")};
        for (String listening : new String[] {"::1", "127.0.0.1"}) {
            try (ScriptedServer server = ScriptedServer.startOn(address(listening), accepting)) {
                assertThat(connected(server.uri("/"), both).header("Host")).isEqualTo("localhost:" + server.port());
                assertThat(connected(server.uri("/"), turned).header("Host")).isEqualTo("localhost:" + server.port());
            }
        }
    }

    @Test
    void an_ipv6_address_stands_in_brackets() throws Exception {
        assumeTrue(hasIpv6(), "no IPv6 on this machine");
        try (ScriptedServer server = ScriptedServer.startOn(address("::1"), accepting)) {
            OpeningHandshake request = connected(URI.create("ws://[::1]:" + server.port() + "/"));

            assertThat(request.header("Host")).isEqualTo("[::1]:" + server.port());
        }
        assertThat(HostPort.of(URI.create("wss://[::1]/"))).hasToString("[::1]:443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feed?a=%2F&b=+&c       | /feed?a=%2F&b=+&c",
                "/feed?                  | /feed?",
                "?x=1                    | /?x=1",
                "/a%20b/%C3%BC?%7e       | /a%20b/%C3%BC?%7e",
                "/gr\u00fc\u00dfe/e\u0301 | /gr%C3%BC%C3%9Fe/e%CC%81",
                "/\ud83d\ude00?\u00fc=\u00fc | /%F0%9F%98%80?%C3%BC=%C3%BC",
                "//two//slashes          | //two//slashes"
            })
    void path_and_query_are_sent_as_they_stand(String url, String target) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(accepting)) {
            assertThat(connected(URI.create("ws://localhost:" + server.port() + url))
                            .target())
                    .isEqualTo(target);
        }
    }

    private static boolean hasIpv6() throws IOException {
        return NetworkInterface.getByInetAddress(address("::1")) != null;
    }
}
