package dev.wspact.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What came of running a test class: its events, and its tests by display name. */
record Outcome(EngineExecutionResults results) {
    static Outcome of(Class<?> fixture) {
        return of(Map.of(), fixture);
    }

    /** With configuration parameters of JUnit. */
    static Outcome of(Map<String, String> parameters, Class<?>... fixtures) {
        EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
        Stream.of(fixtures).forEach(fixture -> engine.selectors(selectClass(fixture)));
        return new Outcome(engine.execute());
    }

    /** {@code SUCCESSFUL}, {@code FAILED} or {@code ABORTED} by display name. */
    Map<String, String> tests() {
        Map<String, String> tests = new TreeMap<>();
        results.testEvents().finished().stream()
                .forEach(event -> tests.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getStatus()
                                .name()));
        return tests;
    }

    /** Why the test with that display name did not succeed. */
    Throwable failure(String displayName) {
        return failures(results.testEvents().finished().stream()
                        .filter(event ->
                                event.getTestDescriptor().getDisplayName().equals(displayName))
                        .toList())
                .orElseThrow(() -> new AssertionError("\"" + displayName + "\" did not fail: " + tests()));
    }

    /** Why a test class or template failed before any test ran. */
    Throwable containerFailure() {
        return failures(results.containerEvents().failed().stream().toList())
                .orElseThrow(() -> new AssertionError("no container failed: " + tests()));
    }

    /** All texts of failures, to be shown where none was expected. */
    String failures() {
        return results.allEvents().finished().stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    /** A text without what differs from run to run. */
    static String steady(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("localhost:\\d+", "localhost:PORT")
                .replaceAll("(?m)^(contract +: )\\S*/(?=[^/ ]+:\\d)", "$1…/")
                .replaceAll("\\d+(\\.\\d+)? (ms|s|µs)", "N ms");
    }

    /** A text whose lines may break anywhere. */
    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Optional<Throwable> failures(List<Event> events) {
        return events.stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .findFirst();
    }
}
