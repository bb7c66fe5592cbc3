package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Consumers and providers. */
public final class Pacticipants {
    /** Names that become the main branch by themselves, as in the Pact Broker. */
    private static final Set<String> MAIN_BRANCHES = Set.of("develop", "main", "master");

    private final Sql sql;
    private final Clock clock;

    Pacticipants(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Pacticipant read(Sql.Row row) throws SQLException {
        return new Pacticipant(
                row.number("id"),
                row.text("name"),
                row.text("display_name"),
                row.textOrNull("repository_url"),
                row.textOrNull("repository_name"),
                row.textOrNull("repository_namespace"),
                row.textOrNull("main_branch"),
                row.number("created_at"),
                row.numberOrNull("updated_at"));
    }

    /** The pacticipant of this name, in this case. */
    public Optional<Pacticipant> find(String name) {
        return sql.first("select * from pacticipant where name = ?", Pacticipants::read, name);
    }

    /** All, by name. */
    public List<Pacticipant> all() {
        return sql.list("select * from pacticipant order by lower(name), name", Pacticipants::read);
    }

    /** The pacticipant of this name, which is created if it is not there. */
    public Pacticipant findOrCreate(String name) {
        return find(name).orElseGet(() -> create(name, PacticipantDetails.NONE));
    }

    /** A new pacticipant; there must be none of this name. */
    public Pacticipant create(String name, PacticipantDetails details) {
        String displayName = details.displayName();
        sql.insert(
                "insert into pacticipant (name, display_name, repository_url, repository_name, repository_namespace,"
                        + " main_branch, created_at) values (?, ?, ?, ?, ?, ?, ?)",
                name,
                displayName == null ? DisplayName.of(name) : displayName,
                details.repositoryUrl(),
                details.repositoryName(),
                details.repositoryNamespace(),
                details.mainBranch(),
                clock.millis());
        return find(name).orElseThrow();
    }

    /** Changes what the details say, and leaves the rest. */
    public Pacticipant update(Pacticipant pacticipant, PacticipantDetails details) {
        sql.update(
                "update pacticipant set display_name = coalesce(?, display_name),"
                        + " repository_url = coalesce(?, repository_url), repository_name = coalesce(?, repository_name),"
                        + " repository_namespace = coalesce(?, repository_namespace),"
                        + " main_branch = coalesce(?, main_branch), updated_at = ? where id = ?",
                details.displayName(),
                details.repositoryUrl(),
                details.repositoryName(),
                details.repositoryNamespace(),
                details.mainBranch(),
                clock.millis(),
                pacticipant.id());
        return find(pacticipant.name()).orElseThrow();
    }

    /** Makes a branch of a usual name the main branch of a pacticipant that has none. */
    void noteBranch(long pacticipantId, String branch) {
        if (MAIN_BRANCHES.contains(branch)) {
            sql.update(
                    "update pacticipant set main_branch = ?, updated_at = ? where id = ? and main_branch is null",
                    branch,
                    clock.millis(),
                    pacticipantId);
        }
    }

    /** Deletes it with all its versions, pacts and results. */
    public void delete(Pacticipant pacticipant) {
        sql.update("delete from pacticipant where id = ?", pacticipant.id());
    }

    /** Whoever has, or had, a pact with whom, by name. */
    public List<Integration> integrations() {
        return sql.list(
                "select distinct c.id consumer_id, c.name consumer, p.id provider_id, p.name provider from pact_content k"
                        + " join pacticipant c on c.id = k.consumer_id join pacticipant p on p.id = k.provider_id"
                        + " order by consumer, provider",
                row -> new Integration(
                        row.number("consumer_id"),
                        row.text("consumer"),
                        row.number("provider_id"),
                        row.text("provider")));
    }
}
