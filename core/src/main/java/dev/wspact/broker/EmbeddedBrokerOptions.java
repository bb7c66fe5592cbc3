package dev.wspact.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the embedded broker serves. Immutable; starts from {@link #defaults()}. */
public final class EmbeddedBrokerOptions {
    private static final int LAST_PORT = 65_535;

    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;

    private EmbeddedBrokerOptions(int port, @Nullable String user, @Nullable String password) {
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** Any free port, open to everyone on this machine. */
    public static EmbeddedBrokerOptions defaults() {
        return new EmbeddedBrokerOptions(0, null, null);
    }

    /**
     * The same on a port of its own.
     *
     * @param port 0 for any free one
     * @throws IllegalArgumentException if there is no such port
     */
    public EmbeddedBrokerOptions withPort(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "port is " + port + ": it must be 0, for any free one, up to " + LAST_PORT);
        }
        return new EmbeddedBrokerOptions(port, user, password);
    }

    /**
     * The same for those who know a user name and a password (RFC 7617).
     *
     * @throws IllegalArgumentException if the user name has a colon, which basic authentication does not allow
     */
    public EmbeddedBrokerOptions withBasicAuth(String user, String password) {
        if (user.isEmpty() || user.contains(":")) {
            throw new IllegalArgumentException("user must be a name without a colon");
        }
        return new EmbeddedBrokerOptions(port, user, Objects.requireNonNull(password, "password"));
    }

    /** The port to serve on; 0 for any free one. */
    public int port() {
        return port;
    }

    /** The user name that each request must bring; null if none must. */
    public @Nullable String user() {
        return user;
    }

    /** The password that goes with the user name; null if there is none. */
    public @Nullable String password() {
        return password;
    }
}
