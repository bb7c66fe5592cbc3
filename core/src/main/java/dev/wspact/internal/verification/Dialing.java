package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.internal.websocket.Route;
import dev.wspact.message.Headers;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Opens the connection of a group, and tries again where nothing listens yet and the options allow to wait. */
final class Dialing {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ConnectRequest request;
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final boolean addsCredentials;
    private final Run run;

    private Dialing(ConnectRequest request, boolean addsCredentials, Run run) {
        this.request = request;
        this.addsCredentials = addsCredentials;
        this.run = run;
    }

    static Dialing of(Plan.Group group, Run run) throws NoHeadersException {
        VerificationOptions options = run.options();
        Channel channel = group.setup().channel();
        Headers headers =
                channel.anonymous() ? channel.headers() : channel.headers().overriddenBy(supplied(group, options));
        var route = new Route(
                options.tls(),
                options.proxy(),
                options.followRedirects() && group.tasks().stream().noneMatch(Dialing::describesRedirect),
                Secrets.and(options.redact()));
        var request = new ConnectRequest(
                Address.of(options.url(), channel),
                headers,
                channel.subprotocols(),
                route,
                options.limits(),
                options.compression());
        boolean credentials = !channel.anonymous()
                && (options.addsCredentials() || options.url().getRawUserInfo() != null);
        return new Dialing(request, credentials, run);
    }

    /** Such an interaction is judged by the redirect, which therefore is not followed. */
    private static boolean describesRedirect(Task task) {
        HandshakeJudge judge = task.handshake();
        return judge != null && judge.describesRedirect();
    }

    private static Headers supplied(Plan.Group group, VerificationOptions options) throws NoHeadersException {
        try {
            return options.headers()
                    .headersFor(group.interactions(), group.setup().states());
        } catch (Exception e) {
            // the caller's code may throw whatever it likes
            throw new NoHeadersException(e);
        }
    }

    URI url() {
        return request.url();
    }

    /** What the connection is opened with. */
    ConnectRequest request() {
        return request;
    }

    /** The header fields of the request, with the subprotocols that it offers; secrets are masked. */
    Headers asked() {
        Headers fields = request.subprotocols().isEmpty()
                ? request.headers()
                : request.headers()
                        .overriddenBy(
                                new Headers(Map.of(SUBPROTOCOL, List.of(String.join(", ", request.subprotocols())))));
        return Secrets.and(run.options().redact()).masked(fields);
    }

    /** Whether a refusal may be the fault of what the verifier added. */
    boolean addsCredentials() {
        return addsCredentials;
    }

    ConnectOutcome connect() throws InterruptedException {
        run.listener().connecting(Address.shown(request.url()));
        Duration pause = FIRST_PAUSE;
        ConnectOutcome outcome = attempt();
        while (outcome instanceof ConnectOutcome.Unreachable unreachable
                && unreachable.retryable()
                && !run.waitFor().hasPassed()) {
            run.listener()
                    .waiting(
                            "a server at " + Address.withoutQuery(request.url()),
                            0,
                            run.waitFor().remaining());
            run.surroundings().pause().until(run.deadline(pause).orSooner(run.waitFor()));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            outcome = attempt();
        }
        return outcome;
    }

    private ConnectOutcome attempt() throws InterruptedException {
        Deadline deadline = run.deadline(run.options().limits().handshakeTime())
                .orSooner(run.deadline(run.options().timeout()));
        return run.surroundings().connector().connect(request, deadline);
    }

    /** The caller's code could not supply the header fields. */
    static final class NoHeadersException extends Exception {
        private static final long serialVersionUID = 1L;

        NoHeadersException(Exception cause) {
            super("the header fields of the opening handshake could not be supplied: " + cause, cause);
        }
    }
}
