package dev.wspact.internal.broker;

import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.ResultPublication;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.ContractResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what verifications found. The broker keeps one flag for each pact and provider version, so a result goes there
 * only if it speaks for the whole pact: every interaction was judged, and none errored.
 */
public final class ResultPublishing {
    private final BrokerClient broker;
    private final ResultBody bodies;

    /**
     * Publishes by this client.
     *
     * @param toolVersion the version of wspact, for the broker's pages; null if it is not known
     */
    public ResultPublishing(BrokerClient broker, @Nullable String toolVersion) {
        this.broker = broker;
        this.bodies = new ResultBody(toolVersion);
    }

    /**
     * Publishes each result whose contract was read from the broker. All are looked at first, and branch and tags of the
     * version are recorded before the first is published.
     *
     * @return what became of each result, in their order
     * @throws BrokerException if the broker cannot be asked or refuses; the results before it are published
     */
    public List<ResultPublication> publish(List<ContractResult> results, PacticipantVersion version) {
        List<Candidate> candidates =
                results.stream().map(result -> candidate(result, version)).toList();
        if (candidates.stream().anyMatch(candidate -> candidate.withheld() == null)) {
            new Versions(broker).recordBranchAndTags(version);
        }
        List<ResultPublication> publications = new ArrayList<>();
        for (Candidate candidate : candidates) {
            ResultPublication.Withheld withheld = candidate.withheld();
            publications.add(withheld == null ? publish(candidate, version) : withheld);
        }
        return publications;
    }

    private Candidate candidate(ContractResult result, PacticipantVersion version) {
        String source = result.subject().source();
        if (!source.regionMatches(true, 0, "http://", 0, 7) && !source.regionMatches(true, 0, "https://", 0, 8)) {
            return Candidate.withheld(
                    result,
                    "its contract was read from " + source + ", not from the broker",
                    "Verify the pacts of the broker, so that it is known which content was verified");
        }
        if (!result.subject().provider().equals(version.pacticipant())) {
            return Candidate.withheld(
                    result,
                    "it is a result of " + result.subject().provider() + ", not of " + version.pacticipant(),
                    "Correct the provider's name");
        }
        PactDocument pact = PactDocument.fetch(broker, broker.here(URI.create(source)));
        Completeness completeness = Completeness.of(result, pact);
        return completeness.complete()
                ? new Candidate(Redaction.of(Secrets.BUILT_IN).of(result), pact, null)
                : Candidate.withheld(result, completeness.gap(), completeness.remedy());
    }

    private ResultPublication publish(Candidate candidate, PacticipantVersion version) {
        PactDocument pact = candidate.pact();
        if (pact == null) {
            throw new IllegalStateException("a result to publish has a pact");
        }
        ContractResult result = candidate.result();
        boolean success = Completeness.success(result);
        Answer answer = broker.send(Call.post(
                "publishing the result for " + result.subject().consumer() + ", version " + version.number() + " of "
                        + version.pacticipant(),
                pact.resultsUrl(),
                bodies.of(result, pact, version)));
        Hal said = answer.document();
        if (said.flag("success") != success) {
            throw new BrokerException(
                    Kind.NOT_UNDERSTOOD,
                    answer.call().shown() + " cannot be trusted: a result of success=" + success
                            + " is answered as success=" + !success,
                    "See the broker's log");
        }
        return new ResultPublication.Published(
                result.subject().consumer(), success, said.has("self") ? said.link("self") : null);
    }

    /**
     * A result, and what stands against publishing it.
     *
     * @param result the result, without secrets
     * @param pact the pact it is about; null if it is withheld
     * @param withheld why it is not published; null if it is
     */
    private record Candidate(
            ContractResult result, @Nullable PactDocument pact, ResultPublication.@Nullable Withheld withheld) {
        static Candidate withheld(ContractResult result, String reason, String remedy) {
            return new Candidate(
                    result,
                    null,
                    new ResultPublication.Withheld(result.subject().consumer(), reason, remedy));
        }
    }
}
