package dev.wspact.maven;

import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationListener;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Shows how a verification goes on: the report of each contract once it is judged, and a line now and then until it is. */
final class ProgressLog implements VerificationListener {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final Log log;
    private final LongSupplier nanoClock;
    private long spoken;
    private long judged;
    private int finished;
    private int interactions;
    private String contract = "";

    /**
     * A progress log.
     *
     * @param nanoClock counts nanoseconds, as {@link System#nanoTime()} does
     */
    ProgressLog(Log log, LongSupplier nanoClock) {
        this.log = log;
        this.nanoClock = nanoClock;
    }

    @Override
    public void contractStarted(Contract contract) {
        this.contract = ResultSummary.visible(contract.consumer() + " and " + contract.provider());
        interactions = contract.interactions().size();
        finished = 0;
        judged = 0;
        spoken = nanoClock.getAsLong();
    }

    @Override
    public void connecting(URI url) {
        judged = 0;
        speakIfDue("");
    }

    @Override
    public void messagesJudged(long soFar) {
        judged = soFar;
        speakIfDue("");
    }

    @Override
    public void waiting(String awaited, long messages, Duration left) {
        judged = messages;
        speakIfDue("; waiting for %s, %s left".formatted(ResultSummary.visible(awaited), rounded(left)));
    }

    @Override
    public void interactionFinished(InteractionResult result) {
        finished++;
        speakIfDue("");
    }

    @Override
    public void contractFinished(ContractResult result) {
        List<String> lines = Reports.console(result);
        Consumer<CharSequence> level = level(result);
        lines.forEach(level);
        level.accept("");
    }

    private Consumer<CharSequence> level(ContractResult result) {
        if (!result.successful()) {
            return log::error;
        }
        boolean pending = result.interactions().stream()
                .anyMatch(interaction -> interaction.verdict() instanceof Verdict.Pending);
        return pending ? log::warn : log::info;
    }

    /** To full seconds: {@code 8 s}, {@code 4 min 5 s}. */
    private static String rounded(Duration left) {
        Duration half = left.plusMillis(500);
        return half.toMinutes() == 0
                ? half.toSeconds() + " s"
                : half.toMinutes() + " min " + half.toSecondsPart() + " s";
    }

    private void speakIfDue(String waiting) {
        long now = nanoClock.getAsLong();
        if (now - spoken >= PAUSE) {
            spoken = now;
            log.info(String.format(
                    Locale.ROOT,
                    "Still verifying the pact between %s: %d of %d interactions judged, %,d %s on this connection%s",
                    contract,
                    finished,
                    interactions,
                    judged,
                    judged == 1 ? "message" : "messages",
                    waiting));
        }
    }
}
