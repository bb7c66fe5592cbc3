package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.contract.Contract;
import java.net.URI;
import java.util.List;

/**
 * One pact at its URL in the broker, as a webhook hands it over.
 *
 * @param broker the broker
 * @param url where the pact is
 * @param provider the provider's name; empty if the pact says it
 */
record PactAtUrl(PactBroker broker, URI url, String provider) implements ContractSource {
    @Override
    public List<Contract> read() throws NoContractsException {
        Contract contract = broker.fetch(url);
        if (!provider.isEmpty() && !contract.provider().equals(provider)) {
            throw new NoContractsException(
                    "Nothing was verified: the pact at %s is with %s, not with %s. Correct the URL, or the provider's name."
                            .formatted(url, contract.provider(), provider));
        }
        return List.of(contract);
    }

    @Override
    public String shown() {
        return url.toString();
    }
}
