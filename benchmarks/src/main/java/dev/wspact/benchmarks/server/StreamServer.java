package dev.wspact.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends each connection as many messages as its URL asks for, as fast as the client takes them. */
public final class StreamServer {
    private static final int CHUNK_MESSAGES = 500;

    private StreamServer() {}

    /** Prints its port and serves until its input ends. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        System.out.println("port=" + server.getLocalPort());
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                start(() -> serve(socket));
            }
        });
        while (System.in.read() >= 0) {
            // until whoever started it goes away
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Socket socket) throws IOException {
        try (socket) {
            String head = Upgrade.head(socket.getInputStream());
            int messages = Upgrade.parameter(head, "messages");
            byte[] frame = TextFrame.of(message(Upgrade.parameter(head, "bytes")));
            byte[] chunk = repeated(frame, CHUNK_MESSAGES);
            OutputStream out = socket.getOutputStream();
            out.write(Upgrade.answer(head));
            for (int left = messages; left > 0; left -= CHUNK_MESSAGES) {
                out.write(chunk, 0, Math.min(left, CHUNK_MESSAGES) * frame.length);
            }
            while (socket.getInputStream().read() >= 0) {
                // the client ends it
            }
        }
    }

    /** JSON of this many bytes in UTF-8, with letters outside ASCII, as most services have somewhere. */
    static String message(int bytes) {
        String start = "{\"type\":\"notification\",\"id\":4711,\"topic\":\"Zürich\",\"text\":\"";
        int fill = bytes - start.getBytes(StandardCharsets.UTF_8).length - 2;
        return start + "The quick brown fox jumps. ".repeat(fill / 27 + 1).substring(0, fill) + "\"}";
    }

    private static byte[] repeated(byte[] frame, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length * times);
        for (int i = 0; i < times; i++) {
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // a client that goes away is none of our business; what it missed, it says itself
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
