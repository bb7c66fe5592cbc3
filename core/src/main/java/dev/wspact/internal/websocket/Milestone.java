package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Notes that a connection is open before its listener hears of it, so that it can be said how far it has come. */
record Milestone(Runnable reached, ChannelListener listener) implements ChannelListener {
    @Override
    public void connected(Channel channel) {
        reached.run();
        listener.connected(channel);
    }

    @Override
    public void received(ByteBuffer bytes) {
        listener.received(bytes);
    }

    @Override
    public void ended(@Nullable IOException cause) {
        listener.ended(cause);
    }
}
