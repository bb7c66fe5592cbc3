package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.Generation;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.recording.RecordedTime;
import dev.wspact.internal.recording.Recording;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.JsonText;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies contracts by a recording, on the caller's thread. No server is asked anything, and nothing is waited for. */
public final class Playing {
    private final VerificationOptions options;
    private final VerificationListener listener;

    /** Prepares it. */
    public Playing(VerificationOptions options, VerificationListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** Verifies the contracts one after the other. */
    public VerificationResult run(List<Contract> contracts, Recording recording) {
        List<ContractResult> results = new ArrayList<>();
        for (Contract contract : contracts) {
            results.add(new RecordedContractRun(contract, recording, options, listener).run(InstantSource.system()));
        }
        return new VerificationResult(results);
    }

    /** The time of the recording for all but comparisons, which take time of ours. */
    static Surroundings surroundings(RecordedTime time) {
        return new Surroundings(
                (request, deadline) -> new ConnectOutcome.Unreachable(false, "a recording is played", "verify again"),
                (expected, strict) -> new OnOurTime(MessageMatcher.of(expected, strict)),
                Generation::apply,
                new NoStates(),
                deadline -> {},
                time);
    }

    private record OnOurTime(MessageMatcher matcher) implements MessageMatcher {
        private static final Duration COMPARISON = Duration.ofSeconds(1);

        @Override
        public List<Difference> match(ReceivedPayload message, Deadline ignored) throws UnjudgeableException {
            return matcher.match(message, Deadline.after(COMPARISON));
        }

        @Override
        public boolean readsJson() {
            return matcher.readsJson();
        }

        @Override
        public Map<String, Set<JsonText>> exactValues() {
            return matcher.exactValues();
        }
    }

    private record NoStates() implements Surroundings.States {
        @Override
        public void setUp(List<ProviderState> states, Map<String, @Nullable Object> values, Deadline deadline) {
            // they were set up, or not, when the recording was made
        }

        @Override
        public void tearDown(List<ProviderState> states, Deadline deadline) {
            // nothing was set up
        }
    }
}
