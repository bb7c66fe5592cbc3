package dev.wspact.internal.embeddedbroker.store;

import java.sql.Connection;
import java.time.Clock;

/** What one transaction may read and write. Confined to that transaction. */
public final class Tables {
    private final Sql sql;
    private final Clock clock;

    Tables(Connection connection, Clock clock) {
        this.sql = new Sql(connection);
        this.clock = clock;
    }

    boolean haveBeenWritten() {
        return sql.hasWritten();
    }

    /** Consumers and providers. */
    public Pacticipants pacticipants() {
        return new Pacticipants(sql, clock);
    }

    /** Versions of pacticipants. */
    public Versions versions() {
        return new Versions(sql, clock);
    }

    /** Branches, and which versions are on them. */
    public Branches branches() {
        return new Branches(sql, clock);
    }

    /** Tags of versions. */
    public Tags tags() {
        return new Tags(sql, clock);
    }

    /** Publications of pacts. */
    public Pacts pacts() {
        return new Pacts(sql, clock);
    }

    /** The pacts that selectors mean. */
    public PactSelections selections() {
        return new PactSelections(sql);
    }

    /** Verification results. */
    public Results results() {
        return new Results(sql, clock);
    }

    /** Environments. */
    public Environments environments() {
        return new Environments(sql, clock);
    }

    /** Which versions are in which environment. */
    public EnvironmentVersions environmentVersions() {
        return new EnvironmentVersions(sql, clock);
    }
}
