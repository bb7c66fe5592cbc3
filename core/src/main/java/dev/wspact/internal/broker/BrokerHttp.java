package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.BrokerCredentials;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.internal.http.BoundedBody;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.TlsContext;
import dev.wspact.internal.tls.TlsSetupException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to the broker, again where a fault may pass and doing so is safe. Redirects are not followed: a login page
 * would pass for an answer. The HTTP client runs on two daemon threads named {@code wspact-broker}. May be used by several
 * threads at once.
 */
final class BrokerHttp implements AutoCloseable {
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final BrokerOptions options;
    private final HttpClient http;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "wspact-broker");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A client that has not connected yet.
     *
     * @throws BrokerException if the options on TLS cannot be used
     */
    BrokerHttp(BrokerOptions options) {
        this.options = options;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(shorter(CONNECT, options.requestTimeout()))
                .executor(threads);
        ProxyRoute.apply(options.proxy(), builder);
        try {
            if (options.url().getScheme().equals("https")) {
                builder.sslContext(TlsContext.of(options.tls()));
            }
        } catch (TlsSetupException e) {
            threads.shutdownNow();
            throw new BrokerException(Kind.NOT_SENT, e.problem(), e.remedy(), e);
        }
        this.http = builder.build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The broker's base URL, without a slash at its end. */
    URI base() {
        return options.url();
    }

    /**
     * The answer, whatever its status.
     *
     * @throws BrokerException if there is none
     */
    Answer send(Call call) {
        requireOwnOrigin(call);
        HttpRequest request = request(call);
        for (int sent = 0; ; sent++) {
            boolean last = sent == options.retries();
            try {
                Answer answer = attempt(call, request);
                if (last || !call.repeatable() || !PASSING.contains(answer.status())) {
                    return answer;
                }
            } catch (FaultException e) {
                if (last || !e.mayBeRepeated(call)) {
                    throw e.failure(call, sent);
                }
            }
            pause(call.shown(), options.backoff().multipliedBy(1L << sent));
        }
    }

    /**
     * The document of an answer that must be a success.
     *
     * @throws BrokerException if it is none
     */
    Hal document(Call call) {
        return send(call).document();
    }

    /** Ends what runs and what waits. Before JDK 21 a client cannot be closed; its selector, a daemon, ends when it is collected. */
    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
    }

    private void requireOwnOrigin(Call call) {
        if (options.credentials() == null || sameOrigin(call.url(), options.url())) {
            return;
        }
        throw new BrokerException(
                Kind.NOT_UNDERSTOOD,
                "%s is not asked: the broker was said to be at %s, but its links lead to %s://%s, to which the credentials are not sent"
                        .formatted(
                                call.shown(),
                                options.url(),
                                call.url().getScheme(),
                                call.url().getAuthority()),
                "Set the broker's URL (pact.broker.url) to the address that its links have, or make the broker know its own:"
                        + " PACT_BROKER_BASE_URL in the broker's environment");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private HttpRequest request(Call call) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.url())
                    // a broker answers 406 to a publication that accepts application/json only
                    .header("Accept", "application/hal+json, application/json");
            BrokerCredentials credentials = options.credentials();
            if (credentials != null) {
                request.header(credentials.headerName(), credentials.headerValue());
            }
            ProxyRoute.authorize(options.proxy(), call.url(), request);
            JsonNode body = call.body();
            if (body == null) {
                return request.method(call.method(), HttpRequest.BodyPublishers.noBody())
                        .build();
            }
            return request.header("Content-Type", call.contentType())
                    .method(
                            call.method(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    body.toString().getBytes(StandardCharsets.UTF_8)))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new BrokerException(
                    Kind.NOT_SENT,
                    call.shown() + " cannot be sent: " + e.getMessage(),
                    "Check the broker's URL (pact.broker.url) and the authentication header",
                    e);
        }
    }

    private Answer attempt(Call call, HttpRequest request) throws FaultException {
        Deadline deadline = Deadline.after(options.requestTimeout());
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, info -> new BoundedBody(options.answerBytes()));
        try {
            return Answer.of(call, answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw FaultException.late(options.requestTimeout(), e);
        } catch (ExecutionException e) {
            throw FaultException.of(
                    e.getCause() == null ? e : e.getCause(),
                    call.url().getHost() + ":" + port(call.url()),
                    ProxyRoute.to(options.proxy(), call.url()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted(call.shown(), e);
        }
    }

    /** Waits; ended early, by an error, when the client is closed or the thread interrupted. */
    void pause(String purpose, Duration time) {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BrokerException(
                        Kind.NOT_SENT, purpose + " was given up: the client was closed", "Run it again");
            }
        } catch (InterruptedException e) {
            throw interrupted(purpose, e);
        }
    }

    private static BrokerException interrupted(String purpose, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BrokerException(Kind.NOT_SENT, purpose + " was interrupted", "Run it again", e);
    }
}
