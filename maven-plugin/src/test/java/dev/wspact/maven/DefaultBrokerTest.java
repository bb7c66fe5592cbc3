package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultBrokerTest {
    private static final String REMEDY = " Say where it is: <pactBrokerUrl>, -Dpact.broker.url, or the environment"
            + " variable PACT_BROKER_BASE_URL.";

    @TempDir
    private Path store;

    private final RecordingLog log = new RecordingLog();

    private DefaultBroker broker(@Nullable String choice, boolean inCi) {
        return new DefaultBroker(choice, store, inCi, log);
    }

    @Test
    void stands_in_where_none_is_configured_and_says_so_in_one_line() {
        try (EmbeddedBroker started = broker(null, false).start(false)) {
            assertThat(started.isServing()).isTrue();
            assertThat(store).isNotEmptyDirectory();
        }
        assertThat(log.lines)
                .containsExactly("INFO No broker is configured: the embedded one in " + store
                        + " is used. A team sets pact.broker.url to the one that all of its builds share.");
    }

    @Test
    void never_stands_in_on_a_ci_system_unless_it_is_asked_for() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> broker(null, true).start(false))
                .withMessage(
                        "No broker is configured, and this is a build of a CI system (the environment variable CI is"
                                + " set), where an embedded broker would be gone with the machine and gate nothing."
                                + REMEDY
                                + " Or set wspact.broker to embedded, if that is what you want.");
        assertThat(store).isEmptyDirectory();

        try (EmbeddedBroker started = broker("embedded", true).start(false)) {
            assertThat(started.isServing()).isTrue();
        }
        assertThat(log.lines)
                .containsExactly("INFO The embedded broker in " + store + " is used, since wspact.broker is embedded.");
    }

    @Test
    void goes_before_a_url_where_it_is_asked_for_and_warns() {
        DefaultBroker chosen = broker("Embedded", false);
        assertThat(chosen.isChosen()).isTrue();
        chosen.start(true).close();
        assertThat(log.lines)
                .hasSize(2)
                .endsWith(
                        "WARN A broker's URL is configured, too, and is not used. Set wspact.broker to remote to use it.");
    }

    @Test
    void is_refused_where_only_a_remote_one_will_do() {
        DefaultBroker remote = broker("remote", false);
        assertThat(remote.isChosen()).isFalse();
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> remote.start(false))
                .withMessage("No broker is configured, but wspact.broker is remote." + REMEDY);
    }

    @Test
    void a_choice_that_makes_no_sense_is_told() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> broker("http://broker", false).isChosen())
                .withMessage(
                        "wspact.broker is \"http://broker\". Write embedded, or remote; where the broker is stands in"
                                + " pact.broker.url.");
    }

    @Test
    void a_store_that_another_build_serves_is_shared() throws IOException {
        try (EmbeddedBroker first = EmbeddedBroker.start(store, EmbeddedBrokerOptions.defaults())) {
            EmbeddedBroker second = broker(null, false).start(false);
            assertThat(second.isServing()).isFalse();
            assertThat(second.getUrl()).isEqualTo(first.getUrl());
            second.close();
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_told() throws IOException {
        Path file = Files.writeString(store.resolve("file"), "");
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> new DefaultBroker(null, file, false, log).start(false))
                .withMessageStartingWith("The embedded broker cannot be started: ")
                .withMessageEndingWith("set wspact.broker.directory to another one.");
    }
}
