package dev.wspact.internal.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;

/**
 * Lets Tyrus run on our own connection, handshake checks and thread. Tyrus makes it by its name, so it is public and keeps
 * no state: what belongs to one connection is in the user properties of its configuration.
 */
public final class SocketContainer implements ClientContainer {
    /** Under this user property each connection's configuration holds its {@link Upgrade}. */
    static final String UPGRADE = "dev.wspact.upgrade";

    /** For Tyrus. */
    public SocketContainer() {}

    @Override
    public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
            throws DeploymentException, IOException {
        Object upgrade = Objects.requireNonNull(config.getUserProperties().get(UPGRADE), UPGRADE);
        ((Upgrade) upgrade).perform(engine);
    }
}
