package dev.wspact.internal.embeddedbroker.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/** Brings a store of any earlier version to the form that this version of wspact knows. */
final class Migrations {
    /** In order; what has been released is never changed, only added to. */
    private static final List<String> SCRIPTS = List.of("001-relations.sql");

    private Migrations() {}

    /**
     * Runs what has not been run on this store.
     *
     * @throws StoreException if a later version of wspact wrote it
     */
    static void run(Connection connection, Clock clock) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists migration"
                    + " (step integer primary key, script varchar(100) not null, run_at bigint not null)");
            int done = done(statement);
            if (done > SCRIPTS.size()) {
                throw new StoreException("the store has form %d, and this version of wspact knows forms up to %d: "
                                .formatted(done, SCRIPTS.size())
                        + "a later version wrote it. Use that version, or another directory");
            }
            for (int step = done; step < SCRIPTS.size(); step++) {
                for (String command : script(SCRIPTS.get(step)).split(";\\s*\\n", -1)) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                statement.execute("insert into migration (step, script, run_at) values (%d, '%s', %d)"
                        .formatted(step + 1, SCRIPTS.get(step), clock.millis()));
            }
        }
        connection.commit();
    }

    private static int done(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select coalesce(max(step), 0) from migration")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static String script(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new StoreException("the jar of wspact-core lacks " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException(name + " cannot be read", e);
        }
    }
}
