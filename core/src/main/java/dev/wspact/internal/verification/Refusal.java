package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.message.HandshakeResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an HTTP answer that refuses the opening handshake says, and what to do about it (RFC 9110 section 15, RFC 6455
 * section 4.4). Texts without a final full stop.
 */
record Refusal(HandshakeResponse response, Channel channel, Parties parties) {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UPGRADE_REQUIRED = 426;
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final int SHOWN = 120;

    static boolean isAboutCredentials(HandshakeResponse response) {
        return response.status() == UNAUTHORIZED || response.status() == FORBIDDEN;
    }

    static boolean isRedirect(int status) {
        return List.of(301, 302, 303, 307, 308).contains(status);
    }

    /** The status, with the header fields that say more about it. */
    static String told(HandshakeResponse response) {
        String fields = telling(response.status()).stream()
                .flatMap(name -> response.headers().values(name).stream().map(value -> name + ": " + shortened(value)))
                .collect(Collectors.joining(", "));
        return response.status() + (fields.isEmpty() ? "" : ", " + fields);
    }

    private static List<String> telling(int status) {
        if (isRedirect(status)) {
            return List.of("Location");
        }
        return switch (status) {
            case UNAUTHORIZED -> List.of("WWW-Authenticate");
            case 407 -> List.of("Proxy-Authenticate");
            case 405 -> List.of("Allow");
            case 400, UPGRADE_REQUIRED -> List.of("Upgrade", VERSION);
            case 429, 503 -> List.of("Retry-After");
            default -> List.of();
        };
    }

    /** What to do where a connection was relied on. */
    String remedy() {
        int status = response.status();
        if (isRedirect(status)) {
            return "write the URL that it redirects to in wspact.url, or let the verifier follow redirects"
                    + " (wspact.followRedirects) if " + parties.consumer() + " does so, too";
        }
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> accept() + credentials();
            case 200, 404, 405, 410 -> path();
            case 407 ->
                "a proxy between here and " + parties.provider()
                        + " asks for credentials: name it in wspact.proxy, with user and password before its host";
            case UPGRADE_REQUIRED -> upgrade();
            case 429, 503 -> later();
            case 502, 504 ->
                "what stands before " + parties.provider() + " (a gateway, a load balancer) did not reach it:"
                        + " see its log, and verify once " + parties.provider() + " is ready";
            default ->
                status >= 500
                        ? "see the log of " + parties.provider() + ", which failed over the opening handshake; "
                                + accept()
                        : accept();
        };
    }

    private String accept() {
        return "let " + parties.provider() + " accept the connection that " + parties.consumer()
                + " opens (path, query, headers), or correct its \"channel\" in the contract";
    }

    /** Only where the consumer does not itself connect without credentials. */
    private String credentials() {
        if (channel.anonymous()) {
            return "";
        }
        List<String> challenges = response.headers().values("WWW-Authenticate");
        String scheme = challenges.isEmpty() ? "" : challenges.get(0).split("[\\s,]", 2)[0];
        return ", or give the verifier the credentials that it needs (wspact.headers"
                + (scheme.isEmpty() ? "" : "; it asks for the scheme " + shortened(scheme)) + ")"
                + (response.status() == FORBIDDEN ? ", or the Origin that it expects" : "");
    }

    private String path() {
        return "let " + parties.provider() + " serve WebSocket at this path, or correct the path "
                + (channel.path() == null
                        ? "in wspact.url"
                        : "of the \"channel\" in the contract, or the host in wspact.url");
    }

    private String upgrade() {
        List<String> versions = response.headers().values(VERSION);
        if (!versions.isEmpty() && versions.stream().noneMatch(version -> version.matches("(.*\\D)?13(\\D.*)?"))) {
            return "let " + parties.provider() + " speak version 13 of the WebSocket protocol (RFC 6455), which"
                    + " wspact and all current clients speak";
        }
        return path() + "; if a proxy stands before it, let it pass on the fields Upgrade and Connection";
    }

    private String later() {
        List<String> delay = response.headers().values("Retry-After");
        String when = delay.isEmpty()
                ? ""
                : delay.get(0).matches("\\d{1,9}")
                        ? ", in " + delay.get(0) + " s"
                        : ", after " + shortened(delay.get(0));
        return "verify again once " + parties.provider() + " is ready" + when
                + ", and see its log if it stays like that";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
