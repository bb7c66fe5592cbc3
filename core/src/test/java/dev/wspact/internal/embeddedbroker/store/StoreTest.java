package dev.wspact.internal.embeddedbroker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.time.Deadline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(60));
    }

    private static void execute(Path directory, String sql) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + directory.resolve("broker").toAbsolutePath());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_store_of_a_later_version_is_not_opened(@TempDir Path directory) throws SQLException {
        Store.in(directory, CLOCK).close();
        execute(directory, "insert into migration (step, script, run_at) values (99, 'later', 0)");

        assertThatThrownBy(() -> Store.in(directory, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the store has form 99")
                .hasMessageContaining("Use that version, or another directory");
    }

    @Test
    void a_migration_that_was_interrupted_is_run_again(@TempDir Path directory) throws SQLException {
        Store.in(directory, CLOCK).close();
        execute(directory, "delete from migration");
        execute(directory, "drop table released_version");

        try (Store store = Store.in(directory, CLOCK)) {
            List<Pacticipant> all =
                    store.inTransaction(soon(), tables -> tables.pacticipants().all());
            assertThat(all).isEmpty();
        }
    }

    @Test
    void what_a_transaction_wrote_before_it_failed_is_undone() {
        try (Store store = Store.inMemory(CLOCK)) {
            assertThatThrownBy(() -> store.inTransaction(soon(), tables -> {
                        tables.pacticipants().findOrCreate("half");
                        throw new IllegalStateException("on the way");
                    }))
                    .hasMessage("on the way");
            List<Pacticipant> all =
                    store.inTransaction(soon(), tables -> tables.pacticipants().all());
            assertThat(all).isEmpty();
        }
    }

    @Test
    void deleting_a_pacticipant_deletes_what_hangs_on_it() {
        try (Store store = Store.inMemory(CLOCK)) {
            store.inTransaction(soon(), tables -> {
                Pacticipant web = tables.pacticipants().findOrCreate("web");
                Pacticipant feed = tables.pacticipants().findOrCreate("feed");
                Version version = tables.versions().findOrCreate(web, "1");
                tables.branches().add(version, "main");
                tables.tags().add(version, "dev");
                Pact pact = tables.pacts().publish(version, feed, "0".repeat(40), "{}");
                tables.results()
                        .add(
                                pact.contentId(),
                                tables.versions().findOrCreate(feed, "p1"),
                                new NewResult(true, false, null, null, "{}"));
                tables.pacticipants().delete(web);
                return true;
            });
            List<Integration> integrations =
                    store.inTransaction(soon(), tables -> tables.pacticipants().integrations());
            assertThat(integrations).isEmpty();
            List<Version> left =
                    store.inTransaction(soon(), tables -> tables.versions().all("feed"));
            assertThat(left).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "web-ui, Web Ui",
        "push_svc, Push Svc",
        "fooBarBaz, Foo Bar Baz",
        "HTTPServer, HTTP Server",
        "a, A",
        "v1.2, V1 2"
    })
    void names_to_show_are_made_of_the_words_of_the_technical_ones(String name, String shown) {
        assertThat(DisplayName.of(name)).isEqualTo(shown);
    }
}
