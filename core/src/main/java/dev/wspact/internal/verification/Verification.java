package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.matching.Generation;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.internal.providerstate.ProviderStates;
import dev.wspact.internal.recording.MessageRedaction;
import dev.wspact.internal.recording.RecordingWriter;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.WebSocketClient;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run over all contracts, on the caller's thread. */
public final class Verification {
    private final VerificationOptions options;
    private final VerificationListener listener;

    /** Prepares a run. */
    public Verification(VerificationOptions options, VerificationListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Verifies the contracts one after the other. If the thread is interrupted, what is not judged by then is errored,
     * and the thread's interrupt flag is set again when this returns.
     *
     * @throws UncheckedIOException if the traffic is to be recorded and cannot be
     */
    public VerificationResult run(List<Contract> contracts) {
        Path recordTo = options.recordTo();
        if (recordTo == null) {
            return run(contracts, (RecordingWriter) null);
        }
        MessageRedaction redaction = MessageRedaction.of(options.redact(), options.redactFields());
        try (RecordingWriter recording = RecordingWriter.create(recordTo, redaction)) {
            return run(contracts, recording);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be written to " + recordTo + ": " + e, e);
        }
    }

    private VerificationResult run(List<Contract> contracts, @Nullable RecordingWriter recording) {
        try (WebSocketClient client = new WebSocketClient();
                ProviderStates states = new ProviderStates(options)) {
            return run(
                    contracts,
                    new Run(options, listener, surroundings(client, states), InstantSource.system(), recording));
        }
    }

    static VerificationResult run(List<Contract> contracts, Run run) {
        List<ContractResult> results = new ArrayList<>();
        try {
            for (Contract contract : contracts) {
                results.add(new ContractRun(contract, run).run());
            }
        } finally {
            // only now: the states that were set up had to be left first, which an interrupted thread cannot do
            if (run.interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
        return new VerificationResult(results);
    }

    private static Surroundings surroundings(WebSocketClient client, ProviderStates states) {
        return new Surroundings(
                client::connect,
                MessageMatcher::of,
                Generation::apply,
                new RealStates(states),
                Verification::pause,
                System::nanoTime);
    }

    /** Nothing counts this latch down: the wait ends at the deadline, or when the thread is interrupted. */
    private static void pause(Deadline deadline) throws InterruptedException {
        boolean ignored = new CountDownLatch(1).await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    }

    private record RealStates(ProviderStates states) implements Surroundings.States {
        @Override
        public void setUp(List<ProviderState> names, Map<String, @Nullable Object> values, Deadline deadline)
                throws ProviderStateException {
            states.setUp(names, values, deadline);
        }

        @Override
        public void tearDown(List<ProviderState> names, Deadline deadline) throws ProviderStateException {
            states.tearDown(names, deadline);
        }
    }
}
