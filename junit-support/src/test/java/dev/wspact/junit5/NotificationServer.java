package dev.wspact.junit5;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The provider that these tests verify, with faults on demand. */
final class NotificationServer implements AutoCloseable {
    /** What the server gets wrong. */
    enum Fault {
        NUMBER_AS_TITLE,
        SILENT,
        WRONG_SECOND_REPLY,
        ADMITS_EVERYBODY,
        UNHEALTHY,
        NEVER_CLOSES
    }

    private final Set<Fault> faults;
    private final List<ScriptedServer.Connection> subscribers = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ScriptedServer server = ScriptedServer.playing(this::play);
    private volatile boolean tokensExpire;

    NotificationServer(Set<Fault> faults) {
        this.faults = faults;
    }

    URI url() {
        return server.url("/notifications");
    }

    int port() {
        return server.port();
    }

    /** Text messages of clients. */
    List<String> received() {
        return received;
    }

    /** How many clients are subscribed at the moment. */
    int subscribers() {
        return subscribers.size();
    }

    void tokensExpire(boolean yes) {
        tokensExpire = yes;
    }

    /** Pushes a notification to those who are subscribed. */
    void publish(String topic) {
        if (faults.contains(Fault.SILENT)) {
            return;
        }
        String title = faults.contains(Fault.NUMBER_AS_TITLE) ? "7" : "\"Release 1 is out\"";
        String text = "{\"type\":\"notification\",\"topic\":\"" + topic + "\",\"title\":" + title + "}";
        subscribers.removeIf(subscriber -> hasGone(subscriber, text));
    }

    private static boolean hasGone(ScriptedServer.Connection subscriber, String text) {
        try {
            subscriber.text(text);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void play(ScriptedServer.Connection connection) throws IOException {
        if (connection.header("Upgrade") == null) {
            connection.answer(
                    "200 OK",
                    "Content-Type: application/json\r\n",
                    faults.contains(Fault.UNHEALTHY) ? "{\"status\":\"down\"}" : "{\"status\":\"up\"}");
        } else if (connection.header("Authorization") == null && !faults.contains(Fault.ADMITS_EVERYBODY)) {
            connection.answer("401 Unauthorized", "WWW-Authenticate: Bearer realm=\"notifications\"\r\n", "");
        } else {
            connection.accept();
            if (tokensExpire && !faults.contains(Fault.NEVER_CLOSES)) {
                connection.close(4001, "token expired");
            }
            converse(connection);
        }
    }

    private void converse(ScriptedServer.Connection connection) throws IOException {
        for (String text = connection.read(); text != null; text = connection.read()) {
            received.add(text);
            if (text.contains("\"subscribe\"")) {
                subscribers.add(connection);
                connection.text("{\"type\":\"ack\"}");
            } else if (text.contains("\"whoami\"")) {
                connection.text("{\"type\":\"user\"}");
                connection.text(
                        faults.contains(Fault.WRONG_SECOND_REPLY)
                                ? "{\"type\":\"rights\",\"admin\":\"no\"}"
                                : "{\"type\":\"rights\",\"admin\":false}");
            }
        }
        subscribers.remove(connection);
    }
}
