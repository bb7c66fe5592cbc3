package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.PactToVerify;
import dev.wspact.broker.PactsQuery;
import dev.wspact.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * The pacts that the broker wants verified.
 *
 * @param broker the broker
 * @param query which pacts
 * @param log where the broker's notices go
 */
record BrokerContracts(PactBroker broker, PactsQuery query, Log log) implements ContractSource {
    private static final String BEFORE = "before_verification";

    @Override
    public List<Contract> read() throws NoContractsException {
        List<PactToVerify> pacts = broker.pactsToVerify(query);
        if (pacts.isEmpty()) {
            throw new NoContractsException(
                    "Nothing was verified: the broker has no pacts with " + query.provider()
                            + " that the selectors pick. Correct the provider's name or the selectors, or let consumers publish.");
        }
        List<Contract> contracts = new ArrayList<>();
        for (PactToVerify pact : pacts) {
            log.info("%s%s%s%s"
                    .formatted(
                            pact.name(),
                            pact.reason().isEmpty() ? "" : ": " + pact.reason(),
                            pact.pending() ? " (pending)" : "",
                            pact.wip() ? " (work in progress)" : ""));
            pact.notices().stream()
                    .filter(notice -> notice.type().equals(BEFORE))
                    .flatMap(notice -> notice.text().lines())
                    .forEach(log::info);
            contracts.add(broker.fetch(pact));
        }
        return contracts;
    }

    @Override
    public String shown() {
        return "the broker's pacts with " + query.provider();
    }
}
