package dev.wspact.internal.embeddedbroker.store;

import java.sql.SQLException;

/** How publications are selected and read, with the names of everyone in them. */
final class PactRows {
    static final String COLUMNS = "k.id, k.content_id, k.created_at, c.sha, cons.id consumer_id, cons.name consumer,"
            + " cv.id consumer_version_id, cv.version_number, prov.id provider_id, prov.name provider";
    static final String FROM = " from pact k join pact_content c on c.id = k.content_id"
            + " join version cv on cv.id = k.consumer_version_id join pacticipant cons on cons.id = cv.pacticipant_id"
            + " join pacticipant prov on prov.id = k.provider_id";
    static final String SELECT = "select " + COLUMNS + FROM;
    static final String BY_NAME = " order by lower(cons.name), lower(prov.name), cv.id";

    private PactRows() {}

    static Pact read(Sql.Row row) throws SQLException {
        return new Pact(
                row.number("id"),
                row.number("consumer_id"),
                row.text("consumer"),
                row.number("consumer_version_id"),
                row.text("version_number"),
                row.number("provider_id"),
                row.text("provider"),
                row.number("content_id"),
                row.text("sha"),
                row.number("created_at"));
    }
}
