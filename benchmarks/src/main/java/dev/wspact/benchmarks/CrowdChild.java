package dev.wspact.benchmarks;

import dev.wspact.benchmarks.client.Arrivals;
import dev.wspact.benchmarks.client.Client;
import dev.wspact.benchmarks.client.Connection;
import dev.wspact.benchmarks.client.Library;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens thousands of connections with one library and receives what is sent to all. */
final class CrowdChild {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int AT_ONCE = 32;
    private static final int BROADCASTS = 60;
    private static final int WARM_UP = 20;

    private final long[] latencies;
    private final AtomicInteger arrived = new AtomicInteger();

    private CrowdChild(int connections) {
        latencies = new long[connections];
    }

    /** Arguments: library, port, connections. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        CrowdChild child = new CrowdChild(count);
        Client client = Library.valueOf(arguments[0]).start();
        List<Connection> crowd = child.connect(client, port, count);
        child.broadcast(port, crowd);
        Runtime.getRuntime().exit(0);
    }

    private List<Connection> connect(Client client, int port, int count) throws Exception {
        URI url = URI.create("ws://127.0.0.1:" + port + "/crowd");
        Arrivals arrivals = this::arrived;
        client.connect(url, 1, (message, at) -> {});
        long before = Meter.residentKiB();
        long begin = System.nanoTime();
        long cpu = Meter.cpuNanos();
        ExecutorService openers = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Connection>> opening = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opening.add(openers.submit(() -> client.connect(url, 1, arrivals)));
        }
        List<Connection> crowd = new ArrayList<>();
        for (Future<Connection> connection : opening) {
            crowd.add(connection.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        Meter.print("connectWall", (double) (System.nanoTime() - begin));
        Meter.print("connectCpu", (double) (Meter.cpuNanos() - cpu));
        openers.shutdown();
        Meter.print("resident", (double) (Meter.residentKiB() - before));
        Meter.print("threads", Meter.threads());
        return crowd;
    }

    private void broadcast(int port, List<Connection> crowd) throws Exception {
        List<Long> p50 = new ArrayList<>();
        List<Long> p99 = new ArrayList<>();
        List<Long> loops = new ArrayList<>();
        long cpu = 0;
        try (Socket control = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (int i = 0; i < BROADCASTS; i++) {
                if (i == WARM_UP) {
                    cpu = Meter.cpuNanos();
                }
                arrived.set(0);
                long loop = send(control);
                for (Connection connection : crowd) {
                    connection.awaitBatch(LIMIT);
                }
                if (i >= WARM_UP) {
                    Arrays.sort(latencies);
                    p50.add(latencies[latencies.length / 2]);
                    p99.add(latencies[latencies.length * 99 / 100]);
                    loops.add(loop);
                }
            }
        }
        Meter.print("cpu", (double) (Meter.cpuNanos() - cpu));
        Meter.print("deliveries", (BROADCASTS - WARM_UP) * (double) crowd.size());
        Meter.print("p50", median(p50));
        Meter.print("p99", median(p99));
        Meter.print("loop", median(loops));
    }

    private void arrived(String message, long nanoTime) {
        String field = "\"at\":";
        long sent = Long.parseLong(message.substring(message.indexOf(field) + field.length(), message.length() - 1));
        latencies[arrived.getAndIncrement()] = nanoTime - sent;
    }

    private static long send(Socket control) throws Exception {
        OutputStream out = control.getOutputStream();
        out.write("BROADCAST\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = control.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IllegalStateException("the server has gone");
            }
            answer.append((char) octet);
        }
        return Long.parseLong(answer.toString());
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
