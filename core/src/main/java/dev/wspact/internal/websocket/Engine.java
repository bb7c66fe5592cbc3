package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.io.EventLoop;
import java.io.IOException;
import java.security.SecureRandom;
import org.glassfish.tyrus.client.ClientManager;

/**
 * What all connections of a client share. To make a Tyrus client for each would cost more than all the rest of opening a
 * connection, and stay in memory as long.
 *
 * @param loop the thread of the connections
 * @param tyrus runs on our own container
 * @param resolver finds hosts
 * @param maskKeys of the frames that we write ourselves
 */
record Engine(EventLoop loop, ClientManager tyrus, Resolver resolver, SecureRandom maskKeys) {
    /** Starts the thread of the connections. */
    static Engine start(Resolver resolver) throws IOException {
        ClientManager tyrus = ClientManager.createClient(SocketContainer.class.getName());
        // by default Tyrus schedules a task on another thread for every message
        tyrus.setDefaultMaxSessionIdleTimeout(-1);
        return new Engine(EventLoop.start("wspact-connections"), tyrus, resolver, new SecureRandom());
    }
}
