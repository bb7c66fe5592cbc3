package dev.wspact.hostile;

import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.message.CloseStatus;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.EOFException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Verifies one hostile server through the front door, and says what is not as it must be. */
final class Trial {
    /** A verification ends within its timeout and one second more; ten times that for slow machines. */
    private static final Duration LATEST = Duration.ofSeconds(10);

    private final Behavior behavior;
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    private final List<String> problems = new ArrayList<>();

    private Trial(Behavior behavior) {
        this.behavior = behavior;
    }

    /** What comes of a behavior. */
    static Finding of(Behavior behavior) throws Exception {
        return new Trial(behavior).run();
    }

    private Finding run() throws Exception {
        Resources before = Resources.now();
        Offense offense = behavior.offense();
        Verified verified = null;
        int closeCode = Expected.NOTHING;
        try (ScriptedServer server = ScriptedServer.start(this::play)) {
            verified = verify(offense, server);
            check(server.awaitNoConnection(LATEST), "a connection is still open");
            Integer last = heard.poll(LATEST.toMillis(), TimeUnit.MILLISECONDS);
            closeCode = last == null ? Expected.NOTHING : last;
        } catch (AssertionError e) {
            // that is how the server tells of a script that went wrong
            problems.add(String.valueOf(e.getMessage()));
        }
        problems.addAll(before.leftSince());
        return judge(offense, Objects.requireNonNull(verified), closeCode);
    }

    private static Verified verify(Offense offense, ScriptedServer server) throws Exception {
        VerificationOptions options = offense.client()
                .options()
                .of(server.uri("/ticks"))
                .timeout(offense.client().timeout())
                .build();
        var contracts = offense.client().contracts().read();
        long start = System.nanoTime();
        ContractResult result =
                ProviderVerifier.of(options).verify(contracts).contracts().get(0);
        return new Verified(result, Duration.ofNanos(System.nanoTime() - start));
    }

    private Finding judge(Offense offense, Verified verified, int closeCode) {
        Expected expected = offense.expected();
        ContractResult result = verified.result();
        String verdict = result.interactions().get(0).verdict().word();
        check(verdict.equals(expected.verdict()), "the verdict must be " + expected.verdict());
        String text = String.join("\n", Reports.console(result)).replaceAll("\\s+", " ");
        for (String words : expected.words()) {
            check(text.contains(words), "the text must have \"" + words + "\"");
        }
        check(expected.heard().contains(closeCode), "the server must hear " + expected.heard());
        List<ConnectionRecord> connections = result.connections();
        CloseStatus close = connections.isEmpty() ? null : connections.get(0).close();
        check(
                close == null
                        ? expected.recorded().isEmpty()
                        : expected.recorded().contains(close.code()),
                "the record's close must be " + expected.recorded());
        Duration late = verified.took().minus(offense.client().timeout());
        check(late.compareTo(LATEST) < 0, "it ended " + late + " late");
        String recorded = close == null
                ? "no connection"
                : close.code() + " " + connections.get(0).closedBy();
        String seen = verdict + ", " + recorded + ", heard " + (closeCode == Expected.NOTHING ? "nothing" : closeCode);
        return new Finding(
                behavior.fullName(), seen, verified.took(), late.isNegative() ? Duration.ZERO : late, problems, text);
    }

    private void check(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }

    private void play(Connection peer) throws Exception {
        Script script = behavior.offense().script();
        try {
            script.play(peer);
        } finally {
            heard.add(lastWord(peer));
        }
    }

    /** The code of the client's close; the server says and does nothing more. */
    private static int lastWord(Connection peer) throws Exception {
        try {
            peer.request();
            return peer.awaitClose().code();
        } catch (EOFException | SocketException e) {
            return Expected.NOTHING;
        }
    }

    private record Verified(ContractResult result, Duration took) {}
}
