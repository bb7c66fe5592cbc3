package dev.wspact.internal.verification;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes interactions ready to be judged, before any connection is opened.
 *
 * @param tasks those that can be judged
 * @param verdicts the verdicts on those that cannot, by their index in the contract
 */
record Preparation(List<Task> tasks, Map<Integer, Verdict> verdicts) {
    static Preparation of(List<Interaction> interactions, Parties parties, Run run) {
        List<Task> tasks = new ArrayList<>();
        Map<Integer, Verdict> verdicts = new TreeMap<>();
        for (int i = 0; i < interactions.size(); i++) {
            Expectation expectation = interactions.get(i).expectation();
            try {
                Task task = expectation
                        .accept(new Maker(i, interactions.get(i), parties, run))
                        .make();
                if (task != null) {
                    tasks.add(task);
                }
            } catch (UnjudgeableException e) {
                verdicts.put(i, Verdicts.notCheckable(e));
            }
            if (expectation instanceof Expectation.NotCheckable notCheckable) {
                verdicts.put(i, new Verdict.Errored("not checkable: " + notCheckable.problem(), notCheckable.remedy()));
            }
        }
        return new Preparation(tasks, verdicts);
    }

    /** Makes one interaction ready. */
    @FunctionalInterface
    private interface Making {
        @Nullable
        Task make() throws UnjudgeableException;
    }

    private record Maker(int index, Interaction interaction, Parties parties, Run run)
            implements Expectation.Visitor<Making> {
        @Override
        public Making push(Expectation.Push push) {
            return () ->
                    Task.of(index, new PushWatch(interaction, push, candidate(push.message()), findings(), timeout()));
        }

        @Override
        public Making exchange(Expectation.Exchange exchange) {
            return () -> {
                if (exchange.responses().isEmpty()) {
                    throw new UnjudgeableException(
                            "the request has no response to be judged", "add at least one response to the interaction");
                }
                List<Candidate> responses = new ArrayList<>();
                for (Expectation.Response response : exchange.responses()) {
                    responses.add(candidate(response.message()));
                }
                return Task.of(index, new ExchangeWatch(interaction, exchange, responses, findings(), timeout()));
            };
        }

        @Override
        public Making handshake(Expectation.Handshake handshake) {
            return () -> Task.of(index, HandshakeJudge.of(interaction, handshake, findings(), run.surroundings()));
        }

        @Override
        public Making close(Expectation.Close close) {
            return () -> Task.of(
                    index,
                    new CloseWatch(
                            interaction,
                            close,
                            Candidate.of(close.status(), false, run.surroundings()),
                            findings(),
                            timeout()));
        }

        @Override
        public Making notCheckable(Expectation.NotCheckable notCheckable) {
            return () -> null;
        }

        private Candidate candidate(dev.wspact.contract.ExpectedMessage message) throws UnjudgeableException {
            return Candidate.of(message, run.options().strictness().unexpectedKeys(), run.surroundings());
        }

        private Findings findings() {
            return new Findings(parties);
        }

        private Duration timeout() {
            return run.options().timeout();
        }
    }
}
