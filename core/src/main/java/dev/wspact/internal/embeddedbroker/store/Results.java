package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Verification results. The latest for a content and a provider version counts. */
public final class Results {
    private static final String SELECT = "select r.*, p.name provider, pv.version_number from result r"
            + " join version pv on pv.id = r.provider_version_id join pacticipant p on p.id = pv.pacticipant_id";

    private final Sql sql;
    private final Clock clock;

    Results(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Result read(Sql.Row row) throws SQLException {
        return new Result(
                row.number("id"),
                row.number("content_id"),
                row.number("provider_version_id"),
                row.text("provider"),
                row.text("version_number"),
                row.flag("success"),
                row.textOrNull("build_url"),
                row.textOrNull("test_results"),
                row.text("verified_by"),
                row.number("created_at"));
    }

    /** Keeps a result. */
    public Result add(long contentId, Version providerVersion, NewResult result) {
        long number = sql.insert(
                "insert into result (content_id, provider_version_id, success, wip, build_url, test_results,"
                        + " verified_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                contentId,
                providerVersion.id(),
                result.success(),
                result.wip(),
                result.buildUrl(),
                result.testResults(),
                result.verifiedBy(),
                clock.millis());
        return find(contentId, number).orElseThrow();
    }

    /** The result with a number, if it is one of this content. */
    public Optional<Result> find(long contentId, long number) {
        return sql.first(SELECT + " where r.content_id = ? and r.id = ?", Results::read, contentId, number);
    }

    /** The latest result for a content, of whatever provider version. */
    public Optional<Result> latest(long contentId) {
        return sql.first(SELECT + " where r.content_id = ? order by r.id desc", Results::read, contentId);
    }

    /** The results for a content that count: the latest of each provider version, oldest first. */
    public List<Result> counting(long contentId) {
        return sql.list(
                SELECT + " where r.content_id = ? and r.id = (select max(r2.id) from result r2"
                        + " where r2.content_id = r.content_id and r2.provider_version_id = r.provider_version_id)"
                        + " order by r.id",
                Results::read,
                contentId);
    }

    /** All results for a content, oldest first. */
    public List<Result> all(long contentId) {
        return sql.list(SELECT + " where r.content_id = ? order by r.id", Results::read, contentId);
    }

    /** Whether there is any result between the two. */
    public boolean anyBetween(long consumerId, long providerId) {
        return sql.any(
                "select 1 one from result r join pact_content c on c.id = r.content_id"
                        + " where c.consumer_id = ? and c.provider_id = ?",
                consumerId,
                providerId);
    }

    /** Whether a provider version has any result for a content. */
    public boolean any(long contentId, long providerVersionId) {
        return sql.any(
                "select 1 one from result where content_id = ? and provider_version_id = ?",
                contentId,
                providerVersionId);
    }

    /** Whether a content was ever verified successfully. */
    public boolean anySuccess(long contentId) {
        return sql.any("select 1 one from result where success and content_id = ?", contentId);
    }

    /** Whether a provider version on a branch verified a content successfully. */
    public boolean anySuccessOnBranch(long contentId, String branch, boolean alsoWip) {
        return sql.any(
                "select 1 one from result r join branch_version bv on bv.version_id = r.provider_version_id"
                        + " join branch b on b.id = bv.branch_id"
                        + " where r.success and r.content_id = ? and b.name = ?" + (alsoWip ? "" : " and not r.wip"),
                contentId,
                branch);
    }

    /** Whether a provider version on another branch verified a content successfully before a branch came into being. */
    public boolean anySuccessBeforeBranch(long contentId, String branch, boolean alsoWip) {
        return sql.any(
                "select 1 one from result r join version pv on pv.id = r.provider_version_id"
                        + " join branch_version bv on bv.version_id = pv.id join branch b on b.id = bv.branch_id"
                        + " where r.success and r.content_id = ? and b.name <> ? and not exists (select 1 from branch own"
                        + " where own.pacticipant_id = pv.pacticipant_id and own.name = ?"
                        + " and own.created_at <= r.created_at)" + (alsoWip ? "" : " and not r.wip"),
                contentId,
                branch,
                branch);
    }

    /** Whether a provider version with a tag verified a content successfully. */
    public boolean anySuccessTagged(long contentId, String tag, boolean alsoWip) {
        return sql.any(
                "select 1 one from result r join tag t on t.version_id = r.provider_version_id"
                        + " where r.success and r.content_id = ? and t.name = ?" + (alsoWip ? "" : " and not r.wip"),
                contentId,
                tag);
    }

    /** Whether a provider version with another tag verified a content successfully before a tag was first used. */
    public boolean anySuccessBeforeTag(long contentId, String tag, boolean alsoWip) {
        return sql.any(
                "select 1 one from result r join version pv on pv.id = r.provider_version_id"
                        + " join tag t on t.version_id = pv.id"
                        + " where r.success and r.content_id = ? and t.name <> ? and not exists (select 1 from tag own"
                        + " join version v on v.id = own.version_id where v.pacticipant_id = pv.pacticipant_id"
                        + " and own.name = ? and own.created_at <= r.created_at)" + (alsoWip ? "" : " and not r.wip"),
                contentId,
                tag,
                tag);
    }
}
