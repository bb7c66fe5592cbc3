package dev.wspact.junit5.consumer;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run of test classes by JUnit's own engine, as a build would run them. */
final class Run {
    private final EngineExecutionResults results;

    private Run(EngineTestKit.Builder engine) {
        results = engine.execute();
    }

    static Run of(Path pacts, Class<?>... classes) {
        return new Run(engine(pacts, classes));
    }

    static Run parallel(Path pacts, Class<?>... classes) {
        return new Run(engine(pacts, classes)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }

    private static EngineTestKit.Builder engine(Path pacts, Class<?>... classes) {
        EngineTestKit.Builder engine =
                EngineTestKit.engine("junit-jupiter").configurationParameter("pact.rootDir", pacts.toString());
        for (Class<?> each : classes) {
            engine.selectors(selectClass(each));
        }
        return engine;
    }

    EngineExecutionResults results() {
        return results;
    }

    long passed() {
        return results.testEvents().succeeded().count();
    }

    /** What tests and classes failed with. */
    List<Throwable> failures() {
        return Stream.concat(results.testEvents().failed().stream(), results.containerEvents().failed().stream())
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }
}
