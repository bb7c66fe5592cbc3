package dev.wspact.junit5;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.expressions.ValueResolver;
import au.com.dius.pact.provider.TestResultAccumulator;
import au.com.dius.pact.provider.VerificationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be judged from pact-jvm's collection of results. The pact then lacks a result, and pact-jvm publishes
 * nothing about it: neither side is to blame for a server that was down.
 */
final class PublishedVerdicts implements TestResultAccumulator {
    private final TestResultAccumulator results;
    private boolean withheld;

    PublishedVerdicts(TestResultAccumulator results) {
        this.results = results;
    }

    /** Lets nothing through until there is a verdict. */
    void awaitVerdict() {
        withheld = true;
    }

    /** The interaction was judged. */
    void judged() {
        withheld = false;
    }

    @Override
    @SuppressWarnings("unchecked") // Kotlin's Nothing is a raw type to Java
    public Result<Boolean, List<String>> updateTestResult(
            Pact pact,
            Interaction interaction,
            List<? extends VerificationResult> results,
            PactSource source,
            ValueResolver properties) {
        return withheld
                ? new Result.Ok<>(false)
                : this.results.updateTestResult(pact, interaction, results, source, properties);
    }

    @Override
    @SuppressWarnings("unchecked") // Kotlin's Nothing is a raw type to Java
    public Result<Boolean, List<String>> updateTestResult(
            Pact pact,
            Interaction interaction,
            TestResult result,
            @Nullable PactSource source,
            ValueResolver properties) {
        return withheld
                ? new Result.Ok<>(false)
                : results.updateTestResult(pact, interaction, result, source, properties);
    }

    @Override
    public void clearTestResult(Pact pact, @Nullable PactSource source) {
        results.clearTestResult(pact, source);
    }
}
