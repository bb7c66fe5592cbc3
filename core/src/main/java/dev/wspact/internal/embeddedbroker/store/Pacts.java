package dev.wspact.internal.embeddedbroker.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Publications of pacts. The content for a consumer version never changes. */
public final class Pacts {
    private static final String BETWEEN = " where cons.name = ? and prov.name = ?";
    private static final String LATEST_FIRST = " order by cv.id desc";

    private final Sql sql;
    private final Clock clock;

    Pacts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The pact of a consumer version with a provider. */
    public Optional<Pact> find(String consumer, String provider, String consumerVersion) {
        return sql.first(
                PactRows.SELECT + BETWEEN + " and cv.version_number = ?",
                PactRows::read,
                consumer,
                provider,
                consumerVersion);
    }

    /** The pact of the latest consumer version that has one. */
    public Optional<Pact> latest(String consumer, String provider) {
        return sql.first(PactRows.SELECT + BETWEEN + LATEST_FIRST, PactRows::read, consumer, provider);
    }

    /** The pact of the latest consumer version with a tag. */
    public Optional<Pact> latestTagged(String consumer, String provider, String tag) {
        return sql.first(
                PactRows.SELECT + BETWEEN + " and cv.id in (select version_id from tag where name = ?)" + LATEST_FIRST,
                PactRows::read,
                consumer,
                provider,
                tag);
    }

    /** The pact of the latest consumer version on a branch. */
    public Optional<Pact> latestOnBranch(String consumer, String provider, String branch) {
        return sql.first(
                PactRows.SELECT + BETWEEN + " and cv.id in (select bv.version_id from branch_version bv"
                        + " join branch b on b.id = bv.branch_id where b.name = ?)" + LATEST_FIRST,
                PactRows::read,
                consumer,
                provider,
                branch);
    }

    /** The latest publication of a content. */
    public Optional<Pact> withSha(String consumer, String provider, String sha) {
        return sql.first(
                PactRows.SELECT + BETWEEN + " and c.sha = ?" + LATEST_FIRST, PactRows::read, consumer, provider, sha);
    }

    /** All publications between the two, the latest first. */
    public List<Pact> between(String consumer, String provider) {
        return sql.list(PactRows.SELECT + BETWEEN + LATEST_FIRST, PactRows::read, consumer, provider);
    }

    /** All pacts of a consumer version, by provider. */
    public List<Pact> ofVersion(long consumerVersionId) {
        return sql.list(
                PactRows.SELECT + " where cv.id = ? order by lower(prov.name)", PactRows::read, consumerVersionId);
    }

    /** All pacts of all versions of a consumer. */
    public List<Pact> ofConsumer(long consumerId) {
        return sql.list(PactRows.SELECT + " where cons.id = ?" + PactRows.BY_NAME, PactRows::read, consumerId);
    }

    /** All pacts with a provider. */
    public List<Pact> ofProvider(long providerId) {
        return sql.list(PactRows.SELECT + " where prov.id = ?" + PactRows.BY_NAME, PactRows::read, providerId);
    }

    /** The latest pact of each consumer with each provider, by name. */
    public List<Pact> latestOfAll() {
        return sql.list(
                PactRows.SELECT + " where cv.id = (select max(k2.consumer_version_id) from pact k2"
                        + " join version v2 on v2.id = k2.consumer_version_id"
                        + " where v2.pacticipant_id = cons.id and k2.provider_id = prov.id)" + PactRows.BY_NAME,
                PactRows::read);
    }

    /** The latest pact between the two from before a version, among the consumer versions with a tag. */
    public Optional<Pact> previousTagged(Pact pact, String tag) {
        return sql.first(
                PactRows.SELECT + " where cons.id = ? and prov.id = ? and cv.id < ?"
                        + " and cv.id in (select version_id from tag where name = ?)" + LATEST_FIRST,
                PactRows::read,
                pact.consumerId(),
                pact.providerId(),
                pact.consumerVersionId(),
                tag);
    }

    /** The latest pact between the two from before a version, among the consumer versions without tags. */
    public Optional<Pact> previousUntagged(Pact pact) {
        return sql.first(
                PactRows.SELECT + " where cons.id = ? and prov.id = ? and cv.id < ?"
                        + " and cv.id not in (select version_id from tag)" + LATEST_FIRST,
                PactRows::read,
                pact.consumerId(),
                pact.providerId(),
                pact.consumerVersionId());
    }

    /** The text of a content. */
    public String content(long contentId) {
        return sql.first("select content from pact_content where id = ?", row -> row.text("content"), contentId)
                .orElseThrow();
    }

    /**
     * Keeps the pact of a consumer version; there must be none with this provider yet.
     *
     * @param text what to serve if the content is new
     */
    public Pact publish(Version consumerVersion, Pacticipant provider, String sha, String text) {
        long contentId = sql.first(
                        "select id from pact_content where consumer_id = ? and provider_id = ? and sha = ?",
                        row -> row.number("id"),
                        consumerVersion.pacticipantId(),
                        provider.id(),
                        sha)
                .orElseGet(() -> sql.insert(
                        "insert into pact_content (consumer_id, provider_id, sha, content, created_at)"
                                + " values (?, ?, ?, ?, ?)",
                        consumerVersion.pacticipantId(),
                        provider.id(),
                        sha,
                        text,
                        clock.millis()));
        sql.insert(
                "insert into pact (consumer_version_id, content_id, provider_id, created_at) values (?, ?, ?, ?)",
                consumerVersion.id(),
                contentId,
                provider.id(),
                clock.millis());
        return find(consumerVersion.pacticipant(), provider.name(), consumerVersion.number())
                .orElseThrow();
    }
}
