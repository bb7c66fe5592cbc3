package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions of pacticipants; the one that was made last is the latest, whatever its number. */
public final class Versions {
    private static final String SELECT =
            "select v.*, p.name pacticipant from version v join pacticipant p on p.id = v.pacticipant_id";
    private static final String LATEST_FIRST = " order by v.id desc";

    private final Sql sql;
    private final Clock clock;

    Versions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Version read(Sql.Row row) throws SQLException {
        return new Version(
                row.number("id"),
                row.number("pacticipant_id"),
                row.text("pacticipant"),
                row.text("version_number"),
                row.textOrNull("build_url"),
                row.number("created_at"),
                row.numberOrNull("updated_at"));
    }

    /** The version of this number. */
    public Optional<Version> find(String pacticipant, String number) {
        return sql.first(SELECT + " where p.name = ? and v.version_number = ?", Versions::read, pacticipant, number);
    }

    /** The version with this id, which exists. */
    public Version get(long id) {
        return sql.first(SELECT + " where v.id = ?", Versions::read, id).orElseThrow();
    }

    /** All versions, the latest first. */
    public List<Version> all(String pacticipant) {
        return sql.list(SELECT + " where p.name = ?" + LATEST_FIRST, Versions::read, pacticipant);
    }

    /** Those on a branch, the latest first. */
    public List<Version> onBranch(String pacticipant, String branch) {
        return sql.list(
                SELECT + " join branch_version bv on bv.version_id = v.id join branch b on b.id = bv.branch_id"
                        + " where p.name = ? and b.name = ?" + LATEST_FIRST,
                Versions::read,
                pacticipant,
                branch);
    }

    /** The newest version of a branch. */
    public Optional<Version> headOf(String pacticipant, String branch) {
        return sql.first(
                SELECT + " join branch_version bv on bv.version_id = v.id join branch b on b.id = bv.branch_id"
                        + " where p.name = ? and b.name = ? order by bv.id desc",
                Versions::read,
                pacticipant,
                branch);
    }

    /** Those with a tag, the latest first. */
    public List<Version> tagged(String pacticipant, String tag) {
        return sql.list(
                SELECT + " join tag t on t.version_id = v.id where p.name = ? and t.name = ?" + LATEST_FIRST,
                Versions::read,
                pacticipant,
                tag);
    }

    /** Those that are deployed to or supported in an environment, the latest first. */
    public List<Version> in(String pacticipant, String environment) {
        String present = "select x.version_id from %s x join environment e on e.id = x.environment_id"
                + " where e.name = ? and x.ended_at is null";
        return sql.list(
                SELECT + " where p.name = ? and v.id in (" + present.formatted(Presence.DEPLOYED.table()) + " union "
                        + present.formatted(Presence.RELEASED.table()) + ")" + LATEST_FIRST,
                Versions::read,
                pacticipant,
                environment,
                environment);
    }

    /** The version of this number, which is created if it is not there. */
    public Version findOrCreate(Pacticipant pacticipant, String number) {
        return find(pacticipant.name(), number).orElseGet(() -> {
            long now = clock.millis();
            return create(pacticipant, number, null, now);
        });
    }

    /** The version of this number, which is created if it is not there, with this build URL if one is given. */
    public Version publish(Pacticipant pacticipant, String number, @Nullable String buildUrl) {
        Optional<Version> existing = find(pacticipant.name(), number);
        if (existing.isEmpty()) {
            return create(pacticipant, number, buildUrl, null);
        }
        Version version = existing.get();
        return buildUrl == null || buildUrl.equals(version.buildUrl()) ? version : setBuildUrl(version, buildUrl);
    }

    /** Changes the build URL; null to have none. */
    public Version setBuildUrl(Version version, @Nullable String buildUrl) {
        sql.update(
                "update version set build_url = ?, updated_at = ? where id = ?",
                buildUrl,
                clock.millis(),
                version.id());
        return get(version.id());
    }

    private Version create(
            Pacticipant pacticipant, String number, @Nullable String buildUrl, @Nullable Long updatedAt) {
        return get(sql.insert(
                "insert into version (pacticipant_id, version_number, build_url, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?)",
                pacticipant.id(),
                number,
                buildUrl,
                clock.millis(),
                updatedAt));
    }

    /** Deletes it with its pacts and results. */
    public void delete(Version version) {
        sql.update("delete from version where id = ?", version.id());
    }
}
