package dev.wspact.internal.broker;

import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.internal.redaction.Secrets;

/** Turns an answer that is no success into an error with a remedy. The one place that knows what a status means. */
final class Failures {
    private static final String CHECK_URL =
            "Check the broker's URL (pact.broker.url), and what stands before the broker";

    private Failures() {}

    static BrokerException of(Answer answer) {
        int status = answer.status();
        if (answer.redirects()) {
            return new BrokerException(
                    Kind.NOT_UNDERSTOOD,
                    answered(answer) + ", a redirect"
                            + (answer.location().isEmpty() ? "" : " to " + Secrets.BUILT_IN.masked(answer.location()))
                            + ", which is not followed: a login page would pass for an answer",
                    "Set the broker's URL (pact.broker.url) to its final address, and give credentials if it asks for a login");
        }
        return new BrokerException(kind(status), answered(answer) + said(answer), remedy(answer));
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403, 407 -> Kind.UNAUTHORIZED;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            default -> status >= 500 ? Kind.BROKER_FAILED : status >= 400 ? Kind.REJECTED : Kind.NOT_UNDERSTOOD;
        };
    }

    private static String remedy(Answer answer) {
        return switch (answer.status()) {
            case 401 ->
                "Give the broker's token, or its user and password (pact.broker.token, pact.broker.username,"
                        + " pact.broker.password, or pact.broker.serverId), or correct them";
            case 403 -> "Use a user or token that may do this; one that may only read may not write";
            case 404 -> "Check the names, and that what is asked for was published before";
            case 407 ->
                "Give the proxy's user and password; for a broker behind TLS the JDK takes them only with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= in MAVEN_OPTS";
            case 409 -> "Publish under a new version: what was published for a version stays as it is";
            case 502, 503, 504 -> "Try again later; the broker, or the proxy before it, is not ready";
            default ->
                answer.status() >= 500
                        ? "See the broker's log; if it is overloaded, try again"
                        : answer.status() >= 400 ? "Correct what the broker names" : CHECK_URL;
        };
    }

    private static String answered(Answer answer) {
        return answer.call().shown() + " was answered with " + answer.status();
    }

    private static String said(Answer answer) {
        String text = ErrorText.of(answer);
        return text.isEmpty() ? "" : ": " + withoutFullStop(text);
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    static BrokerException webPage(Answer answer) {
        return new BrokerException(
                Kind.NOT_UNDERSTOOD,
                answered(answer) + " and a web page instead of a document of a Pact Broker",
                CHECK_URL + "; a login page wants credentials");
    }

    /** A success whose content is not what a broker says. */
    static BrokerException notUnderstood(Call call, String problem) {
        return new BrokerException(
                Kind.NOT_UNDERSTOOD,
                call.shown() + " cannot be understood: " + problem,
                CHECK_URL + ". If it is a Pact Broker of an old version, update it");
    }
}
