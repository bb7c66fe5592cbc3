package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pact as the broker serves it: the text that was published, and links and ids that the broker adds. */
final class PactDocument {
    private final Hal hal;

    private PactDocument(Hal hal) {
        this.hal = hal;
    }

    static PactDocument fetch(BrokerClient broker, URI url) {
        Hal hal = broker.document(Call.get("fetching a pact", withoutUserInfo(url)));
        hal.object("consumer").text("name");
        hal.object("provider").text("name");
        return new PactDocument(hal);
    }

    /** Who we are is for the options to say; here it would end up in texts and results. */
    private static URI withoutUserInfo(URI url) {
        String userInfo = url.getRawUserInfo();
        return userInfo == null ? url : URI.create(url.toString().replaceFirst(Pattern.quote(userInfo + "@"), ""));
    }

    String json() {
        return hal.tree().toString();
    }

    String provider() {
        return hal.object("provider").text("name");
    }

    /** An address under which the broker will always serve this content: the one it was asked for, if that is one. */
    URI contentUrl() {
        URI asked = hal.call().url();
        return asked.getRawPath().contains("/pact-version/") || !hal.has("pb:pact-version")
                ? asked
                : hal.link("pb:pact-version");
    }

    URI resultsUrl() {
        return hal.link("pb:publish-verification-results");
    }

    /** The interactions, in the order of their places. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (String section : List.of("interactions", "messages")) {
            int index = 0;
            for (JsonNode interaction : hal.tree().path(section)) {
                items.add(new Item(
                        "/" + section + "/" + index,
                        interaction.path("description").asText(""),
                        interaction.path("_id").textValue()));
                index++;
            }
        }
        return items;
    }

    /**
     * An interaction in the document.
     *
     * @param pointer its place
     * @param description its description
     * @param id the broker's id for it; null if it gave none
     */
    record Item(String pointer, String description, @Nullable String id) {}
}
