package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Result;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A pact and a result for it.
 *
 * @param result null if no provider version that counts has verified the pact
 */
public record MatrixRow(Pact pact, @Nullable Result result) {
    /** By consumer, newest version first, then by provider, newest version first; without a result first of all. */
    static final Comparator<MatrixRow> ORDER = Comparator.comparing(
                    (MatrixRow row) -> row.pact().consumer())
            .thenComparing(row -> -row.pact().consumerVersionId())
            .thenComparing(row -> row.pact().provider())
            .thenComparing(row -> -row.providerVersionId())
            .thenComparing(row -> row.result() == null ? 0 : -row.result().number());

    /** Whether the verification was a success; null if there was none. */
    public @Nullable Boolean success() {
        return result == null ? null : (Boolean) result.success();
    }

    boolean isFailure() {
        return result != null && !result.success();
    }

    long providerVersionId() {
        return result == null ? Long.MAX_VALUE : result.providerVersionId();
    }
}
