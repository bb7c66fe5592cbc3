package dev.wspact.internal.providerstate;

import dev.wspact.contract.ProviderState;
import dev.wspact.internal.http.BoundedBody;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.TlsContext;
import dev.wspact.internal.tls.TlsSetupException;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.Tls;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts state changes as Pact's verifiers do. Redirects are not followed: a login page would pass for a state. The HTTP
 * client runs on two daemon threads named {@code wspact-state-change}, started by the first request.
 */
final class StateChangeClient implements AutoCloseable {
    private static final String REMEDY =
            "See the provider's log; the state-change URL must answer with a status of 2xx";

    private static final int ANSWER_BYTES = 1 << 20;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final StateChange stateChange;
    private final StateChangeRequests requests;
    private final Tls tls;
    private final StateChangeRoute route;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "wspact-state-change");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable HttpClient http;

    StateChangeClient(StateChange stateChange, Tls tls, StateChangeRoute route) {
        this.stateChange = stateChange;
        this.requests = new StateChangeRequests(stateChange, route);
        this.tls = tls;
        this.route = route;
    }

    /** Sets up a state; returns the values that the provider answered. */
    Map<String, @Nullable Object> setUp(ProviderState state, Deadline deadline) throws ProviderStateException {
        return StateChangeAnswer.values(post(state, "setup", deadline), describe(state, "setup"));
    }

    /** Tears down a state; what is answered beside the status does not matter. */
    void tearDown(ProviderState state, Deadline deadline) throws ProviderStateException {
        post(state, "teardown", deadline);
    }

    /** Ends what runs. Before JDK 21 a client cannot be closed; its selector thread, a daemon, ends when it is collected. */
    @Override
    public void close() {
        threads.shutdownNow();
        http = null;
    }

    private HttpResponse<byte[]> post(ProviderState state, String action, Deadline deadline)
            throws ProviderStateException {
        String what = describe(state, action);
        HttpRequest request = requests.of(state, action);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, info -> new BoundedBody(ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new ProviderStateException(
                        what + " was answered with " + response.statusCode() + StateChangeAnswer.excerpt(response),
                        remedy(response.statusCode()));
            }
            return response;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderStateException(
                    what + " was not answered in time", "See what the provider is doing, or raise the timeout", e);
        } catch (ExecutionException e) {
            throw unanswered(what, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderStateException(what + " was interrupted", "Run the verification again", e);
        }
    }

    private String remedy(int status) {
        URI url = stateChange.url();
        if (route.to(url) == null) {
            return REMEDY;
        }
        if (status != PROXY_AUTHENTICATION_REQUIRED) {
            return REMEDY + ". If it was the proxy that answered, have it let the request through, or name the host in"
                    + " nonProxyHosts of Maven's settings.xml";
        }
        if (route.authorization(url) == null) {
            return "Give the proxy credentials: user and password before the host in wspact.proxy, or username and"
                    + " password of the proxy in Maven's settings.xml";
        }
        return "https".equalsIgnoreCase(url.getScheme())
                ? "Run Java with -Djdk.http.auth.tunneling.disabledSchemes= (nothing behind it), since it sends no password"
                        + " to a proxy before TLS otherwise; or name the host in nonProxyHosts of Maven's settings.xml"
                : "Check the user and the password of the proxy; Basic is the only scheme";
    }

    private ProviderStateException unanswered(String what, Throwable cause) {
        if (cause instanceof ConnectException && route.to(stateChange.url()) != null) {
            return new ProviderStateException(
                    what + " was not answered: the proxy does not listen there, or its host is unknown",
                    "Check wspact.proxy, or the proxy in Maven's settings.xml",
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new ProviderStateException(
                    what + " was not answered: nothing listens there, or the host is unknown",
                    "Start the provider, or correct wspact.stateChangeUrl",
                    cause);
        }
        return new ProviderStateException(what + " failed: " + cause, "Check wspact.stateChangeUrl", cause);
    }

    private HttpClient client() throws ProviderStateException {
        if (http == null) {
            try {
                http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(TlsContext.of(tls))
                        .proxy(route)
                        .executor(threads)
                        .build();
            } catch (TlsSetupException e) {
                throw new ProviderStateException(e.problem(), e.remedy(), e);
            }
        }
        return http;
    }

    private String describe(ProviderState state, String action) {
        URI url = stateChange.url();
        String shown = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + (url.getRawPath() == null ? "" : url.getRawPath());
        return "the " + action + " of the provider state \"" + state.name() + "\" at " + shown + route.told(url);
    }
}
