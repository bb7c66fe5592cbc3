package dev.wspact.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds thousands of connections and, when a plain connection says {@code BROADCAST}, sends one message to all of them in
 * one loop; answers with the time that the loop took. The message holds the time at which the loop began.
 */
public final class CrowdServer {
    private static final int BACKLOG = 1_000;

    private final Selector selector;
    private final List<SocketChannel> crowd = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocate(8 << 10);

    private CrowdServer(Selector selector) {
        this.selector = selector;
    }

    /** Prints its port and serves until it is killed. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        Selector selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println("port=" + server.socket().getLocalPort());
        CrowdServer crowd = new CrowdServer(selector);
        while (true) {
            selector.select(key -> crowd.ready(server, key));
        }
    }

    private void ready(ServerSocketChannel server, SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept(server);
            } else {
                read((SocketChannel) key.channel(), key);
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new ByteArrayOutputStream());
        }
    }

    private void read(SocketChannel client, SelectionKey key) throws IOException {
        in.clear();
        if (client.read(in) < 0) {
            key.cancel();
            crowd.remove(client);
            client.close();
            return;
        }
        ByteArrayOutputStream head = (ByteArrayOutputStream) key.attachment();
        if (head == null) {
            return;
        }
        head.write(in.array(), 0, in.position());
        String text = head.toString(StandardCharsets.ISO_8859_1);
        if (text.equals("BROADCAST\n")) {
            head.reset();
            client.write(StandardCharsets.US_ASCII.encode(broadcast() + "\n"));
        } else if (Upgrade.whole(text)) {
            key.attach(null);
            client.write(ByteBuffer.wrap(Upgrade.answer(text)));
            crowd.add(client);
        }
    }

    private long broadcast() throws IOException {
        long begin = System.nanoTime();
        ByteBuffer frame = ByteBuffer.wrap(
                TextFrame.of("{\"type\":\"tick\",\"text\":\"" + "Zürich ".repeat(25) + "\",\"at\":" + begin + "}"));
        for (SocketChannel client : crowd) {
            frame.rewind();
            if (client.write(frame) != frame.limit()) {
                throw new IOException("a client does not read");
            }
        }
        return System.nanoTime() - begin;
    }
}
