package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The broker as the parts of this package see it: its index, read once, and requests. May be used by several threads. */
public final class BrokerClient implements AutoCloseable {
    private static final String PACTS = "/pacts/provider/";
    private static final String CONTENT = "/pact-version/";

    private final BrokerHttp http;
    private volatile @Nullable Hal index;

    /**
     * A client that has not connected yet.
     *
     * @throws BrokerException if the options on TLS cannot be used
     */
    public BrokerClient(BrokerOptions options) {
        this.http = new BrokerHttp(options);
    }

    /** The target of a link of the index, with its variables filled in. */
    URI link(String relation, Map<String, String> variables) {
        return index().link(relation, variables);
    }

    /** An address below the broker's base URL, for the few that no link leads to. */
    URI below(String path) {
        // a query of the matrix has brackets, which stay as they are: that is what the broker's own clients send
        return URI.create(http.base() + path);
    }

    /**
     * Where this broker has content that was read under another address. An embedded broker has another port each time, and
     * a real one may have several names; content is told by its hash, so that the same path leads to the same content.
     */
    URI here(URI content) {
        String path = content.getRawPath() == null ? "" : content.getRawPath();
        int pacts = path.indexOf(PACTS);
        return pacts >= 0 && path.contains(CONTENT) ? below(path.substring(pacts)) : content;
    }

    Answer send(Call call) {
        return http.send(call);
    }

    Hal document(Call call) {
        return http.document(call);
    }

    /** Sends what needs no document as an answer. */
    void done(Call call) {
        Answer answer = http.send(call);
        if (!answer.successful()) {
            throw Failures.of(answer);
        }
    }

    /** Waits; ended early, by an error, when the client is closed or the thread interrupted. */
    void pause(String purpose, Duration time) {
        http.pause(purpose, time);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Hal index() {
        Hal known = index;
        if (known == null) {
            // two threads may both read it, which does no harm
            known = document(Call.get("looking up what the broker offers", URI.create(http.base() + "/")));
            if (!known.tree().path("_links").isObject()) {
                throw Failures.notUnderstood(known.call(), "the document has no links (_links), so it is no broker's");
            }
            index = known;
        }
        return known;
    }

    @Override
    public void close() {
        http.close();
    }
}
