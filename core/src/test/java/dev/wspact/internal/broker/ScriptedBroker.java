package dev.wspact.internal.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wspact.broker.BrokerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers each request as a script says, down to the bytes: it can break off, reset, send half a document, or
 * stay silent. One request a connection.
 */
final class ScriptedBroker implements AutoCloseable {
    /** Says how a request is answered; null for the index. */
    interface Script {
        @Nullable
        Reply reply(Request request);
    }

    /**
     * What came.
     *
     * @param method the HTTP method
     * @param target path and query as they were sent
     * @param headers by lower-case name
     * @param body the body
     */
    record Request(String method, String target, Map<String, String> headers, String body) {
        String line() {
            return method + " " + target;
        }

        boolean isIndex() {
            return line().equals("GET /");
        }
    }

    /**
     * How it is answered.
     *
     * @param bytes what is sent, by the server's own URL
     * @param ending what comes then
     */
    record Reply(UnaryOperator<String> bytes, Ending ending) {
        static Reply json(int status, String body) {
            return of(status, "application/hal+json;charset=utf-8", body);
        }

        static Reply of(int status, String type, String body) {
            return new Reply(
                    base -> {
                        String own = body.replace("BASE", base);
                        // an answer without content has no length of it either (RFC 9110 section 8.6)
                        String length = status == 204 ? "" : "Content-Length: " + own.getBytes(UTF_8).length + "\r\n";
                        return "HTTP/1.1 %d Said\r\nContent-Type: %s\r\n%sConnection: close\r\n\r\n%s"
                                .formatted(status, type, length, own);
                    },
                    Ending.CLOSE);
        }

        static Reply withHeader(int status, String header) {
            return new Reply(
                    base -> "HTTP/1.1 %d Said\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(status, header),
                    Ending.CLOSE);
        }

        /** Says that there is more than there is. */
        static Reply half(String body) {
            return new Reply(
                    base -> "HTTP/1.1 200 OK\r\nContent-Type: application/hal+json\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(body.length() + 100, body),
                    Ending.CLOSE);
        }

        static Reply reset() {
            return new Reply(base -> "", Ending.RESET);
        }

        static Reply silence() {
            return new Reply(base -> "", Ending.SILENCE);
        }
    }

    enum Ending {
        CLOSE,
        RESET,
        SILENCE
    }

    /** A document with the links that the client follows, in the form of the real broker's index. */
    static final String INDEX =
            """
            {"_links": {
              "pb:publish-contracts": {"href": "BASE/contracts/publish"},
              "pb:provider-pacts-for-verification": {"href": "BASE/pacts/provider/{provider}/for-verification", "templated": true},
              "pb:pacticipant-version": {"href": "BASE/pacticipants/{pacticipant}/versions/{version}", "templated": true},
              "pb:pacticipant-version-tag": {"href": "BASE/pacticipants/{pacticipant}/versions/{version}/tags/{tag}", "templated": true},
              "pb:pacticipant-branch-version": {"href": "BASE/pacticipants/{pacticipant}/branches/{branch}/versions/{version}", "templated": true},
              "pb:environments": {"href": "BASE/environments"},
              "pb:can-i-deploy-pacticipant-version-to-tag": {"href": "BASE/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}", "templated": true},
              "pb:can-i-deploy-pacticipant-version-to-environment": {"href": "BASE/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}", "templated": true}
            }}
            """;

    private final ServerSocket server;
    private final String address;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Answers by the script; BASE in a body stands for its own URL. */
    ScriptedBroker(Script script) throws IOException {
        this(script, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http://127.0.0.1:");
    }

    private ScriptedBroker(Script script, ServerSocket server, String address) {
        this.server = server;
        this.script = script;
        this.address = address;
        Thread acceptor = new Thread(this::accept, "scripted-broker");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The same behind TLS, under the name {@code localhost}. */
    static ScriptedBroker behind(SSLContext tls, Script script) throws IOException {
        return new ScriptedBroker(
                script,
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https://localhost:");
    }

    URI url() {
        return URI.create(address + server.getLocalPort());
    }

    int port() {
        return server.getLocalPort();
    }

    /** Options without long waits. */
    BrokerOptions.Builder options() {
        return BrokerOptions.of(url()).backoff(Duration.ofMillis(1)).requestTimeout(Duration.ofSeconds(30));
    }

    /** What came, in order; the index left out. */
    List<Request> requests() {
        return requests.stream().filter(request -> !request.isIndex()).toList();
    }

    List<Request> allRequests() {
        return List.copyOf(requests);
    }

    List<String> lines() {
        return requests().stream().map(Request::line).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "scripted-broker-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // closed: nothing more is accepted
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Request request = read(socket.getInputStream());
            requests.add(request);
            Reply reply = script.reply(request);
            if (reply == null) {
                reply = Reply.json(200, INDEX);
            }
            socket.getOutputStream().write(reply.bytes().apply(url().toString()).getBytes(UTF_8));
            socket.getOutputStream().flush();
            if (reply.ending() == Ending.SILENCE) {
                closed.await();
            } else if (reply.ending() == Ending.RESET) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // the client went away, which is its right
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the client sent half a request");
            }
            head.write(octet);
        }
        String[] lines = head.toString(ISO_8859_1).split("\r\n\r\n", 2)[0].split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(":", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] first = lines[0].split(" ", 3);
        return new Request(first[0], first[1], headers, new String(in.readNBytes(length), UTF_8));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
