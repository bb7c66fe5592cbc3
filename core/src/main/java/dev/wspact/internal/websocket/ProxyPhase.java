package dev.wspact.internal.websocket;

import dev.wspact.verification.HttpProxy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * What it means when the way through a proxy ends before it has led to the server. That the provider could not be judged
 * then is no fault of its own.
 *
 * @param proxy the proxy
 * @param server the server behind it
 */
record ProxyPhase(HttpProxy proxy, HostPort server) {
    private static final String CHECK = "Check wspact.proxy, or the proxy in Maven's settings.xml";

    /** There was no time left. */
    ConnectOutcome.Unreachable timeout(boolean connected, String waited) {
        return connected
                ? unreachable(
                        this + " opened no tunnel to " + server + " within " + waited,
                        "Check that the proxy reaches the provider, and that it is an HTTP proxy that allows CONNECT")
                : unreachable("no TCP connection to " + this + " within " + waited, CHECK);
    }

    /** It failed. */
    ConnectOutcome.Unreachable failure(IOException e) {
        if (e instanceof UnknownHostException) {
            return unreachable("the host of " + this + " is unknown", CHECK);
        }
        if (e instanceof ConnectException) {
            return unreachable("nothing listens on " + this + " (" + e.getMessage() + ")", CHECK);
        }
        if (e instanceof NotHttpException notHttp) {
            return unreachable(
                    this + " does not answer as an HTTP proxy: " + e.getMessage(),
                    notHttp.looksLikeTls() ? "Name the port of the proxy that does not ask for TLS" : CHECK);
        }
        if (e instanceof ProxyRefusedException refused) {
            return refused(refused);
        }
        return unreachable(this + " ended the connection before it had opened a tunnel to " + server, CHECK);
    }

    private ConnectOutcome.Unreachable refused(ProxyRefusedException refused) {
        String answer = this + " opened no tunnel to " + server + ", but answered " + refused.getMessage();
        if (refused.asksForCredentials()) {
            return unreachable(
                    answer,
                    proxy.credentials() == null
                            ? "Give the proxy credentials: user and password before the host in wspact.proxy, or username and"
                                    + " password of the proxy in Maven's settings.xml. Basic is the only scheme"
                            : "Check the user and the password of the proxy; Basic is the only scheme");
        }
        return refused.doesNotReachServer()
                ? new ConnectOutcome.Unreachable(
                        true,
                        answer,
                        "Start the provider, or check that the proxy can reach it: host, port, name service of the"
                                + " proxy. What needs no proxy is named in nonProxyHosts of Maven's settings.xml")
                : unreachable(
                        answer,
                        "Have the proxy allow CONNECT to this host and port, or go without it: leave out wspact.proxy, or"
                                + " name the host in nonProxyHosts of Maven's settings.xml");
    }

    private static ConnectOutcome.Unreachable unreachable(String problem, String remedy) {
        return new ConnectOutcome.Unreachable(false, problem, remedy);
    }

    @Override
    public String toString() {
        return "the proxy " + new HostPort(proxy.host(), proxy.port(), false);
    }
}
