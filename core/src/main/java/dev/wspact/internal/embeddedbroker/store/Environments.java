package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Environments. */
public final class Environments {
    private final Sql sql;
    private final Clock clock;

    Environments(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a user says of an environment.
     *
     * @param displayName made from the name if null
     */
    public record Details(String name, @Nullable String displayName, boolean production, @Nullable String contacts) {
        private String nameToShow() {
            return displayName == null ? DisplayName.of(name) : displayName;
        }
    }

    private static Environment read(Sql.Row row) throws SQLException {
        return new Environment(
                row.number("id"),
                row.text("uuid"),
                row.text("name"),
                row.text("display_name"),
                row.flag("production"),
                row.textOrNull("contacts"),
                row.number("created_at"),
                row.numberOrNull("updated_at"));
    }

    /** The environment of this name. */
    public Optional<Environment> find(String name) {
        return sql.first("select * from environment where name = ?", Environments::read, name);
    }

    /** The environment with this UUID. */
    public Optional<Environment> withUuid(String uuid) {
        return sql.first("select * from environment where uuid = ?", Environments::read, uuid);
    }

    /** The environment with this id, which exists. */
    public Environment get(long id) {
        return sql.first("select * from environment where id = ?", Environments::read, id)
                .orElseThrow();
    }

    /** All, by name. */
    public List<Environment> all() {
        return sql.list("select * from environment order by lower(display_name), name", Environments::read);
    }

    /** A new environment; there must be none of this name. */
    public Environment create(String uuid, Details details) {
        return get(sql.insert(
                "insert into environment (uuid, name, display_name, production, contacts, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                uuid,
                details.name(),
                details.nameToShow(),
                details.production(),
                details.contacts(),
                clock.millis()));
    }

    /** Replaces what is said of it. */
    public Environment replace(Environment environment, Details details) {
        sql.update(
                "update environment set name = ?, display_name = ?, production = ?, contacts = ?, updated_at = ?"
                        + " where id = ?",
                details.name(),
                details.nameToShow(),
                details.production(),
                details.contacts(),
                clock.millis(),
                environment.id());
        return get(environment.id());
    }

    /** Deletes it, with what was recorded for it. */
    public void delete(Environment environment) {
        sql.update("delete from environment where id = ?", environment.id());
    }
}
