package dev.wspact.junit5.internal;

import au.com.dius.pact.core.model.BasePact;
import dev.wspact.ContractFiles;
import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.mock.MockResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The mock providers of one test, from before its {@code @BeforeEach} to after its {@code @AfterEach}. */
public final class MockSession implements AutoCloseable {
    private final List<Mock> mocks;

    private MockSession(List<Mock> mocks) {
        this.mocks = mocks;
    }

    /** Starts all of them, or none. */
    public static MockSession start(List<ToPlay> toPlay) {
        List<Mock> started = new ArrayList<>();
        try {
            for (ToPlay each : toPlay) {
                started.add(new Mock(each, MockProvider.start(contracts(each), each.options())));
            }
            return new MockSession(started);
        } finally {
            if (started.size() < toPlay.size()) {
                new MockSession(started).close();
            }
        }
    }

    /** One for each consumer, since two methods may describe the same interaction. */
    private static List<Contract> contracts(ToPlay toPlay) {
        Map<String, Contract> contracts = new LinkedHashMap<>();
        toPlay.parts()
                .forEach(part -> contracts.merge(part.contract().consumer(), part.contract(), ContractFiles::merge));
        return List.copyOf(contracts.values());
    }

    /**
     * The mock of a provider.
     *
     * @param provider the provider's name; empty for the only one
     */
    public Mock mock(String provider) {
        List<Mock> found = mocks.stream()
                .filter(mock -> provider.isEmpty() || mock.provides(provider))
                .toList();
        if (found.size() != 1) {
            throw new ParameterResolutionException("The test has mock providers for "
                    + mocks.stream().map(Mock::name).toList() + ": say which one by"
                    + " @ForProvider(\"…\") on the parameter");
        }
        return found.get(0);
    }

    /**
     * Requires that the test's client has used what was played.
     *
     * @throws AssertionFailedError if it has not; the text shows the session
     */
    public void requireProof() {
        for (Mock mock : mocks) {
            MockResult result = mock.provider.result();
            if (!result.isProven()) {
                throw new AssertionFailedError(result.text());
            }
        }
    }

    /** Adds the session as it went to the failure of a test, which stays what it is. Nothing is to be said of an aborted one. */
    public void explain(Throwable failure) {
        if (!(failure instanceof TestAbortedException)) {
            mocks.forEach(mock -> failure.addSuppressed(
                    new SessionOfFailedTest(mock.provider.result().text())));
        }
    }

    /** Writes what was proven. */
    public void write(PactFiles files, Path directory) {
        for (Mock mock : mocks) {
            for (ToPlay.Part part : mock.played.parts()) {
                try {
                    files.write(part.contract(), part.origin(), directory);
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "The pact of " + part.origin() + " cannot be written to " + directory.toAbsolutePath()
                                    + ": " + e.getMessage(),
                            e);
                }
            }
        }
    }

    @Override
    public void close() {
        mocks.forEach(mock -> mock.provider.close());
    }

    /** One mock provider, and what it plays. */
    public static final class Mock {
        private final ToPlay played;
        private final MockProvider provider;

        private Mock(ToPlay played, MockProvider provider) {
            this.played = played;
            this.provider = provider;
        }

        /** The mock provider itself. */
        public MockProvider provider() {
            return provider;
        }

        /** What it plays, as far as that was built with pact-jvm. */
        public List<BasePact> pacts() {
            return played.parts().stream()
                    .map(ToPlay.Part::pact)
                    .filter(Objects::nonNull)
                    .toList();
        }

        private boolean provides(String name) {
            return name().equals(name);
        }

        private String name() {
            return played.provider();
        }
    }

    /** What a mock provider saw of a test that failed for another reason. Has no stack trace: it was thrown nowhere. */
    private static final class SessionOfFailedTest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SessionOfFailedTest(String text) {
            super(text, null, false, false);
        }

        @Override
        @SuppressWarnings(
                "OverrideThrowableToString") // as a suppressed exception it is a note, whose class says nothing
        public String toString() {
            return "The mock provider, meanwhile: " + getMessage();
        }
    }
}
