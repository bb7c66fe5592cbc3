package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which versions are, or were, in which environment. */
public final class EnvironmentVersions {
    private static final String SELECT = "select x.*, p.name pacticipant, v.version_number from %s x"
            + " join version v on v.id = x.version_id join pacticipant p on p.id = v.pacticipant_id";

    private final Sql sql;
    private final Clock clock;

    EnvironmentVersions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static EnvironmentVersion read(Sql.Row row) throws SQLException {
        return new EnvironmentVersion(
                row.text("uuid"),
                row.number("version_id"),
                row.text("pacticipant"),
                row.text("version_number"),
                row.number("environment_id"),
                row.textOrNull("target"),
                row.number("created_at"),
                row.numberOrNull("ended_at"));
    }

    private static String select(Presence presence) {
        return SELECT.formatted(presence.table());
    }

    /** The record with this UUID. */
    public Optional<EnvironmentVersion> find(Presence presence, String uuid) {
        return sql.first(select(presence) + " where x.uuid = ?", EnvironmentVersions::read, uuid);
    }

    /** Those that are in an environment now: deployments the newest first, releases the oldest first. */
    public List<EnvironmentVersion> current(Presence presence, Environment environment) {
        return sql.list(
                select(presence) + " where x.environment_id = ? and x.ended_at is null order by x.id"
                        + (presence == Presence.DEPLOYED ? " desc" : ""),
                EnvironmentVersions::read,
                environment.id());
    }

    /** All that was ever recorded for a version, the oldest first. */
    public List<EnvironmentVersion> of(Presence presence, long versionId) {
        return sql.list(
                select(presence) + " where x.version_id = ? order by x.id", EnvironmentVersions::read, versionId);
    }

    /** All that was recorded for a version in an environment, the newest first. */
    public List<EnvironmentVersion> of(Presence presence, long versionId, long environmentId) {
        return sql.list(
                select(presence) + " where x.version_id = ? and x.environment_id = ? order by x.id desc",
                EnvironmentVersions::read,
                versionId,
                environmentId);
    }

    /** The deployments of a pacticipant that have not ended. */
    public List<EnvironmentVersion> currentOf(Presence presence, long pacticipantId) {
        return sql.list(
                select(presence) + " where v.pacticipant_id = ? and x.ended_at is null order by x.id",
                EnvironmentVersions::read,
                pacticipantId);
    }

    /**
     * Records that a version is in an environment. What is there already stays as it is; a deployment ends that of another
     * version to the same environment and instance.
     */
    public EnvironmentVersion record(
            Presence presence, Version version, Environment environment, @Nullable String target) {
        String same = select(presence) + " where x.version_id = ? and x.environment_id = ?"
                + " and x.target is not distinct from ?";
        Optional<EnvironmentVersion> existing = presence == Presence.DEPLOYED
                ? sql.first(
                        same + " and x.ended_at is null",
                        EnvironmentVersions::read,
                        version.id(),
                        environment.id(),
                        target)
                : sql.first(same, EnvironmentVersions::read, version.id(), environment.id(), target);
        if (existing.isPresent()) {
            sql.update(
                    "update " + presence.table() + " set ended_at = null where uuid = ?",
                    existing.get().uuid());
            return find(presence, existing.get().uuid()).orElseThrow();
        }
        if (presence == Presence.DEPLOYED) {
            sql.update(
                    "update deployed_version set ended_at = ? where ended_at is null and environment_id = ?"
                            + " and target is not distinct from ?"
                            + " and version_id in (select id from version where pacticipant_id = ?)",
                    clock.millis(),
                    environment.id(),
                    target,
                    version.pacticipantId());
        }
        String uuid = UUID.randomUUID().toString();
        sql.insert(
                "insert into " + presence.table()
                        + " (uuid, version_id, environment_id, target, created_at) values (?, ?, ?, ?, ?)",
                uuid,
                version.id(),
                environment.id(),
                target,
                clock.millis());
        return find(presence, uuid).orElseThrow();
    }

    /** Ends a deployment, or the support of a release. */
    public EnvironmentVersion end(Presence presence, EnvironmentVersion version) {
        sql.update(
                "update " + presence.table() + " set ended_at = ? where uuid = ? and ended_at is null",
                clock.millis(),
                version.uuid());
        return find(presence, version.uuid()).orElseThrow();
    }
}
