package dev.wspact.junit5.internal;

import au.com.dius.pact.core.model.BasePact;
import dev.wspact.contract.Contract;
import dev.wspact.mock.MockOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mock provider of a test is to play.
 *
 * @param provider the provider's name
 * @param parts the contracts, and where they come from
 * @param options how the mock is to behave
 */
public record ToPlay(String provider, List<Part> parts, MockOptions options) {
    /** Copies the list. */
    public ToPlay {
        parts = List.copyOf(parts);
    }

    /**
     * A contract.
     *
     * @param origin the {@code @Pact} method or the file that says it, for texts
     * @param contract the contract
     * @param pact the same as pact-jvm's type; null where it was read from a file
     */
    public record Part(String origin, Contract contract, @Nullable BasePact pact) {}
}
