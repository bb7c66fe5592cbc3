package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Branches, and which versions are on them. */
public final class Branches {
    private static final String SELECT_VERSION = "select bv.id, b.name branch, bv.created_at, bv.updated_at,"
            + " bv.id = (select max(h.id) from branch_version h where h.branch_id = b.id) latest"
            + " from branch_version bv join branch b on b.id = bv.branch_id";

    private final Sql sql;
    private final Clock clock;

    Branches(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Branch read(Sql.Row row) throws SQLException {
        return new Branch(row.number("id"), row.text("name"), row.number("created_at"), row.number("updated_at"));
    }

    private static BranchVersion readVersion(Sql.Row row) throws SQLException {
        return new BranchVersion(
                row.number("id"),
                row.text("branch"),
                row.flag("latest"),
                row.number("created_at"),
                row.number("updated_at"));
    }

    /** The branch of this name. */
    public Optional<Branch> find(long pacticipantId, String name) {
        return sql.first(
                "select * from branch where pacticipant_id = ? and name = ?", Branches::read, pacticipantId, name);
    }

    /** All branches of a pacticipant, the newest first. */
    public List<Branch> all(long pacticipantId) {
        return sql.list(
                "select * from branch where pacticipant_id = ? order by id desc", Branches::read, pacticipantId);
    }

    /** The branches that a version is on, in the order in which it came there. */
    public List<BranchVersion> of(long versionId) {
        return sql.list(SELECT_VERSION + " where bv.version_id = ? order by bv.id", Branches::readVersion, versionId);
    }

    /** That a version is on a branch, if it is. */
    public Optional<BranchVersion> findVersion(long versionId, String branch) {
        return sql.first(
                SELECT_VERSION + " where bv.version_id = ? and b.name = ?", Branches::readVersion, versionId, branch);
    }

    /** Puts a version on a branch, which is created if it is not there. */
    public BranchVersion add(Version version, String branch) {
        long now = clock.millis();
        Optional<BranchVersion> existing = findVersion(version.id(), branch);
        if (existing.isEmpty()) {
            long id = find(version.pacticipantId(), branch)
                    .map(Branch::id)
                    .orElseGet(() -> sql.insert(
                            "insert into branch (pacticipant_id, name, created_at, updated_at) values (?, ?, ?, ?)",
                            version.pacticipantId(),
                            branch,
                            now,
                            now));
            sql.update("update branch set updated_at = ? where id = ?", now, id);
            sql.insert(
                    "insert into branch_version (branch_id, version_id, created_at, updated_at) values (?, ?, ?, ?)",
                    id,
                    version.id(),
                    now,
                    now);
        }
        new Pacticipants(sql, clock).noteBranch(version.pacticipantId(), branch);
        return findVersion(version.id(), branch).orElseThrow();
    }

    /** Takes a version off its branch. */
    public void remove(BranchVersion version) {
        sql.update("delete from branch_version where id = ?", version.id());
    }

    /** Deletes a branch; its versions stay. */
    public void delete(Branch branch) {
        sql.update("delete from branch where id = ?", branch.id());
    }
}
