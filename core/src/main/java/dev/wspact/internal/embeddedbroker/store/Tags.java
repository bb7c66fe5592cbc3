package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tags of versions. */
public final class Tags {
    /** A version's first tag becomes its branch if it comes so soon, as in the Pact Broker. */
    private static final Duration TAG_IS_BRANCH = Duration.ofSeconds(10);

    private static final String SELECT = "select t.name, t.created_at, t.version_id = (select max(n.version_id)"
            + " from tag n join version w on w.id = n.version_id"
            + " where n.name = t.name and w.pacticipant_id = v.pacticipant_id) latest"
            + " from tag t join version v on v.id = t.version_id";

    private final Sql sql;
    private final Clock clock;

    Tags(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Tag read(Sql.Row row) throws SQLException {
        return new Tag(row.text("name"), row.flag("latest"), row.number("created_at"));
    }

    /** The tags of a version, in the order in which it got them. */
    public List<Tag> of(long versionId) {
        return sql.list(SELECT + " where t.version_id = ? order by t.id", Tags::read, versionId);
    }

    /** The tag of this name. */
    public Optional<Tag> find(long versionId, String name) {
        return sql.first(SELECT + " where t.version_id = ? and t.name = ?", Tags::read, versionId, name);
    }

    /**
     * Gives a version a tag. As in the Pact Broker, the first tag of a new version without a branch is its branch too, and
     * a tag that is named like an environment records a deployment there.
     */
    public Tag add(Version version, String name) {
        Optional<Tag> existing = find(version.id(), name);
        if (existing.isPresent()) {
            return existing.get();
        }
        Branches branches = new Branches(sql, clock);
        boolean isNew = clock.millis() - version.createdAt() <= TAG_IS_BRANCH.toMillis();
        if (isNew && of(version.id()).isEmpty() && branches.of(version.id()).isEmpty()) {
            branches.add(version, name);
        }
        new Pacticipants(sql, clock).noteBranch(version.pacticipantId(), name);
        sql.insert(
                "insert into tag (version_id, name, created_at) values (?, ?, ?)", version.id(), name, clock.millis());
        new Environments(sql, clock).find(name).ifPresent(environment -> new EnvironmentVersions(sql, clock)
                .record(Presence.DEPLOYED, version, environment, null));
        return find(version.id(), name).orElseThrow();
    }

    /** Takes a tag away. */
    public void delete(long versionId, String name) {
        sql.update("delete from tag where version_id = ? and name = ?", versionId, name);
    }
}
