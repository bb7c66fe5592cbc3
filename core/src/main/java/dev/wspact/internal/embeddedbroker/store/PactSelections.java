package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.util.List;

/** The pacts with one provider that selectors mean. A pact may be found several times, by several names. */
public final class PactSelections {
    private static final String SELECT_BY =
            "select " + PactRows.COLUMNS + ", %s found_by" + PactRows.FROM + " %s" + " where prov.id = ?";
    private static final String HEADS = "join branch_version bv on bv.version_id = cv.id join branch b"
            + " on b.id = bv.branch_id and bv.id = (select max(h.id) from branch_version h where h.branch_id = b.id)";

    private final Sql sql;

    PactSelections(Sql sql) {
        this.sql = sql;
    }

    private static FoundPact read(Sql.Row row) throws SQLException {
        return new FoundPact(PactRows.read(row), row.text("found_by"));
    }

    /** The pacts of the newest versions of all consumers' main branches. */
    public List<FoundPact> mainBranchHeads(long providerId) {
        return sql.list(
                SELECT_BY.formatted("b.name", HEADS) + " and b.name = cons.main_branch" + PactRows.BY_NAME,
                PactSelections::read,
                providerId);
    }

    /** The pacts of the newest versions of all consumers' branches of a name. */
    public List<FoundPact> branchHeads(long providerId, String branch) {
        return sql.list(
                SELECT_BY.formatted("b.name", HEADS) + " and b.name = ?" + PactRows.BY_NAME,
                PactSelections::read,
                providerId,
                branch);
    }

    /** The pacts of the newest versions of all branches. */
    public List<FoundPact> allBranchHeads(long providerId) {
        return sql.list(
                SELECT_BY.formatted("b.name", HEADS) + PactRows.BY_NAME + ", b.name", PactSelections::read, providerId);
    }

    /** All pacts of consumer versions with a tag. */
    public List<FoundPact> tagged(long providerId, String tag) {
        return sql.list(
                SELECT_BY.formatted("t.name", "join tag t on t.version_id = cv.id") + " and t.name = ?"
                        + PactRows.BY_NAME,
                PactSelections::read,
                providerId,
                tag);
    }

    /** The latest pact of each consumer with a tag. */
    public List<FoundPact> latestTagged(long providerId, String tag) {
        return sql.list(
                SELECT_BY.formatted("t.name", "join tag t on t.version_id = cv.id")
                        + " and t.name = ? and cv.id = (select max(k2.consumer_version_id) from pact k2"
                        + " join version v2 on v2.id = k2.consumer_version_id join tag t2 on t2.version_id = v2.id"
                        + " where t2.name = t.name and v2.pacticipant_id = cons.id and k2.provider_id = prov.id)"
                        + PactRows.BY_NAME,
                PactSelections::read,
                providerId,
                tag);
    }

    /** The latest pact of each consumer with each tag, where no later version without a pact has the tag. */
    public List<FoundPact> allTagHeads(long providerId) {
        return sql.list(
                SELECT_BY.formatted("t.name", "join tag t on t.version_id = cv.id")
                        + " and cv.id = (select max(t2.version_id) from tag t2 join version v2 on v2.id = t2.version_id"
                        + " where t2.name = t.name and v2.pacticipant_id = cons.id)" + PactRows.BY_NAME + ", t.name",
                PactSelections::read,
                providerId);
    }

    /** The latest pact of each consumer. */
    public List<FoundPact> latest(long providerId) {
        return sql.list(
                SELECT_BY.formatted("''", "") + " and cv.id = (select max(k2.consumer_version_id) from pact k2"
                        + " join version v2 on v2.id = k2.consumer_version_id"
                        + " where v2.pacticipant_id = cons.id and k2.provider_id = prov.id)" + PactRows.BY_NAME,
                PactSelections::read,
                providerId);
    }

    /** All pacts of consumer versions that are in an environment. */
    public List<FoundPact> in(Presence presence, long providerId) {
        return sql.list(
                SELECT_BY.formatted(
                                "e.name",
                                "join " + presence.table() + " x on x.version_id = cv.id and x.ended_at is null"
                                        + " join environment e on e.id = x.environment_id")
                        + PactRows.BY_NAME + ", x.id",
                PactSelections::read,
                providerId);
    }

    /** All pacts of consumer versions on their main branch. */
    public List<FoundPact> onMainBranch(long providerId) {
        return sql.list(
                SELECT_BY.formatted(
                                "b.name",
                                "join branch_version bv on bv.version_id = cv.id join branch b on b.id = bv.branch_id")
                        + " and b.name = cons.main_branch" + PactRows.BY_NAME,
                PactSelections::read,
                providerId);
    }

    /** All pacts of consumer versions on a branch. */
    public List<FoundPact> onBranch(long providerId, String branch) {
        return sql.list(
                SELECT_BY.formatted(
                                "b.name",
                                "join branch_version bv on bv.version_id = cv.id join branch b on b.id = bv.branch_id")
                        + " and b.name = ?" + PactRows.BY_NAME,
                PactSelections::read,
                providerId,
                branch);
    }

    /** All pacts. */
    public List<FoundPact> all(long providerId) {
        return sql.list(SELECT_BY.formatted("''", "") + PactRows.BY_NAME, PactSelections::read, providerId);
    }
}
