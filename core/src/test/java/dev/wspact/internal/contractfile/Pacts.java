package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Pact texts for tests. */
final class Pacts {
    private Pacts() {}

    static String resource(String name) throws IOException {
        try (InputStream in = Pacts.class.getResourceAsStream("/contractfile/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A V4 pact of these interactions, apostrophes for quotes. */
    static String v4(String... interactions) {
        return ("{'consumer':{'name':'c'},'provider':{'name':'p'},'interactions':["
                        + String.join(",", interactions)
                        + "]}")
                .replace('\'', '"');
    }

    /** A V3 pact of these messages, apostrophes for quotes. */
    static String v3(String... messages) {
        return ("{'consumer':{'name':'c'},'provider':{'name':'p'},'messages':[" + String.join(",", messages) + "],"
                        + "'metadata':{'pactSpecification':{'version':'3.0.0'}}}")
                .replace('\'', '"');
    }

    static Contract read(String pact) {
        return ContractReader.readPact(pact, "pact.json");
    }

    /** The only interaction of a pact. */
    static Interaction only(String pact) {
        return read(pact).interactions().get(0);
    }

    /** The interaction with this description. */
    static Interaction named(Contract contract, String description) {
        return contract.interactions().stream()
                .filter(interaction -> interaction.description().equals(description))
                .findFirst()
                .orElseThrow();
    }
}
