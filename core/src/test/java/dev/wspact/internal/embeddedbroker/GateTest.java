package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way from a publication to a deployment, with names and versions that nobody has seen before. */
class GateTest {
    private final String consumer = "ui" + random();
    private final String provider = "feed" + random();
    private final String consumer1 = random();
    private final String provider1 = random();
    private final String provider2 = random();
    private BrokerServer broker;
    private BrokerClient client;

    private static String random() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    @BeforeEach
    void publish() throws IOException {
        broker = BrokerServer.inMemory(EmbeddedBrokerOptions.defaults());
        client = new BrokerClient(broker.url());
        publish(consumer, consumer1, "main", "one");
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void publish(String consumer, String version, String branch, String text) throws IOException {
        assertThat(client.publish(consumer, version, branch, provider, BrokerClient.pact(consumer, provider, text))
                        .status())
                .isEqualTo(200);
    }

    private String environment(String name) throws IOException {
        BrokerClient.Reply reply =
                client.send("POST", "/environments", "{\"name\": \"" + name + "\", \"production\": true}");
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().path("uuid").asText();
    }

    private void put(String kind, String pacticipant, String version, String environment) throws IOException {
        assertThat(client.send(
                                "POST",
                                "/pacticipants/%s/versions/%s/%s-versions/environment/%s"
                                        .formatted(pacticipant, version, kind, environment),
                                "{}")
                        .status())
                .isEqualTo(201);
    }

    private void putOnBranch(String pacticipant, String branch, String version) throws IOException {
        assertThat(client.send(
                                "PUT",
                                "/pacticipants/" + pacticipant + "/branches/" + branch + "/versions/" + version,
                                "{}")
                        .status())
                .isIn(200, 201);
    }

    private JsonNode forVerification(String query) throws IOException {
        return client.send("POST", "/pacts/provider/" + provider + "/for-verification", query)
                .json()
                .at("/_embedded/pacts");
    }

    private void verify(JsonNode pact, String version, boolean success) throws IOException {
        URI self = URI.create(pact.at("/_links/self/href").asText());
        String results = client.get(self.getRawPath())
                .json()
                .at("/_links/pb:publish-verification-results/href")
                .asText();
        assertThat(client.send(
                                "POST",
                                URI.create(results).getRawPath(),
                                "{\"success\": %s, \"providerApplicationVersion\": \"%s\"}".formatted(success, version))
                        .status())
                .isEqualTo(201);
    }

    private void verifyAll(String version, boolean success) throws IOException {
        for (JsonNode pact : forVerification("{}")) {
            verify(pact, version, success);
        }
    }

    private JsonNode ask(String pacticipant, String version, String environment) throws IOException {
        return client.get("/can-i-deploy?pacticipant=" + pacticipant + "&version=" + version + "&environment="
                        + environment)
                .json();
    }

    private static String deployable(JsonNode answer) {
        return answer.at("/summary/deployable").toString();
    }

    @Test
    void the_whole_way_from_unknown_over_no_to_yes() throws IOException {
        String live = environment("live");
        assertThat(deployable(ask(consumer, consumer1, "live"))).isEqualTo("null");
        putOnBranch(provider, "main", provider1);
        assertThat(deployable(ask(provider, provider1, "live")))
                .as("nobody is there whom it could break")
                .isEqualTo("true");
        put("deployed", provider, provider1, live);
        JsonNode unverified = ask(consumer, consumer1, "live");
        assertThat(deployable(unverified)).isEqualTo("null");
        assertThat(unverified.at("/summary/reason").asText())
                .isEqualTo(
                        "There is no verified pact between version %s of %s and the version of %s currently in live (%s)"
                                .formatted(consumer1, consumer, provider, provider1));

        verifyAll(provider1, false);
        assertThat(deployable(ask(consumer, consumer1, "live"))).isEqualTo("false");

        verifyAll(provider1, true);
        JsonNode yes = ask(consumer, consumer1, "live");
        assertThat(deployable(yes)).isEqualTo("true");
        assertThat(yes.at("/matrix/0/provider/version/number").asText()).isEqualTo(provider1);

        put("deployed", consumer, consumer1, live);
        verifyAll(provider2, false);
        assertThat(deployable(ask(provider, provider2, "live"))).isEqualTo("false");
        assertThat(deployable(ask(provider, provider1, "live"))).isEqualTo("true");
    }

    @Test
    void of_two_provider_versions_that_are_live_each_one_counts() throws IOException {
        String live = environment("live");
        verifyAll(provider1, false);
        verifyAll(provider2, true);
        put("released", provider, provider1, live);
        put("released", provider, provider2, live);

        JsonNode answer = ask(consumer, consumer1, "live");
        assertThat(deployable(answer)).isEqualTo("false");
        assertThat(answer.at("/summary/reason").asText())
                .isEqualTo(
                        "The verification for the pact between version %s of %s and one of the versions of %s currently in live (%s) failed"
                                .formatted(consumer1, consumer, provider, provider1));
        // what clients ask who look at the latest provider version only
        assertThat(deployable(client.get("/matrix?q[][pacticipant]=" + consumer + "&q[][version]=" + consumer1
                                + "&latestby=cvp&environment=live")
                        .json()))
                .isEqualTo("true");

        String failing = client.get(
                        "/environments/" + live + "/released-versions/currently-supported?version=" + provider1)
                .json()
                .at("/_embedded/releasedVersions/0/uuid")
                .asText();
        assertThat(client.patch("/released-versions/" + failing, "{\"currentlySupported\": false}")
                        .status())
                .isEqualTo(200);
        assertThat(deployable(ask(consumer, consumer1, "live"))).isEqualTo("true");
    }

    @Test
    void one_bad_pact_among_many_is_a_no() throws IOException {
        String live = environment("live");
        String other = "zz" + random();
        publish(other, "1", "main", "other");
        verify(
                forVerification("{\"consumerVersionSelectors\": [{\"mainBranch\": true, \"consumer\": \"" + consumer
                                + "\"}]}")
                        .get(0),
                provider1,
                true);
        put("deployed", consumer, consumer1, live);
        put("deployed", other, "1", live);

        JsonNode unknown = ask(provider, provider1, "live");
        assertThat(deployable(unknown)).isEqualTo("null");
        assertThat(unknown.at("/summary/success").asInt()).isEqualTo(1);
        assertThat(unknown.at("/summary/unknown").asInt()).isEqualTo(1);
        assertThat(deployable(client.get("/can-i-deploy?pacticipant=" + provider + "&version=" + provider1
                                + "&environment=live&ignore[]=" + other)
                        .json()))
                .isEqualTo("true");
    }

    @Test
    void a_deployment_replaces_the_one_before_on_the_same_instance_only() throws IOException {
        String live = environment("live");
        putOnBranch(provider, "main", provider1);
        putOnBranch(provider, "main", provider2);
        put("deployed", provider, provider1, live);
        put("deployed", provider, provider2, live);
        assertThat(deployed(live)).containsExactly(provider2);

        String path = "/pacticipants/" + provider + "/versions/" + provider1 + "/deployed-versions/environment/" + live;
        assertThat(client.send("POST", path, "{\"applicationInstance\": \"eu\"}")
                        .status())
                .isEqualTo(201);
        assertThat(deployed(live)).containsExactly(provider1, provider2);
    }

    private List<String> deployed(String environment) throws IOException {
        List<String> versions = new ArrayList<>();
        client.get("/environments/" + environment + "/deployed-versions/currently-deployed")
                .json()
                .at("/_embedded/deployedVersions")
                .forEach(version ->
                        versions.add(version.at("/_embedded/version/number").asText()));
        return versions;
    }

    @Test
    void pending_ends_with_the_first_success_of_the_branch() throws IOException {
        String query = "{\"providerVersionBranch\": \"main\", \"consumerVersionSelectors\": [{\"mainBranch\": true}]}";
        putOnBranch(provider, "main", provider1);
        JsonNode pact = forVerification(query).get(0);
        assertThat(pact.at("/verificationProperties/pending").asBoolean()).isTrue();
        verify(pact, provider1, false);
        assertThat(forVerification(query)
                        .at("/0/verificationProperties/pending")
                        .asBoolean())
                .isTrue();
        verify(pact, provider1, true);
        assertThat(forVerification(query)
                        .at("/0/verificationProperties/pending")
                        .asBoolean())
                .isFalse();
        assertThat(forVerification(query.replace("main\", \"con", "other\", \"con"))
                        .at("/0/verificationProperties/pending")
                        .asBoolean())
                .as("a branch that comes later inherits it")
                .isFalse();
    }

    @Test
    void work_in_progress_is_what_no_selector_names_until_it_was_named_and_verified() throws IOException {
        String query = "{\"providerVersionBranch\": \"main\", \"includeWipPactsSince\": \"2020-01-01\","
                + " \"consumerVersionSelectors\": [%s]}";
        putOnBranch(provider, "main", provider1);
        publish(consumer, random(), "feature", "two");
        JsonNode pacts = forVerification(query.formatted("{\"mainBranch\": true}"));
        assertThat(pacts).hasSize(2);
        assertThat(pacts.at("/0/verificationProperties/wip").asBoolean()).isFalse();
        assertThat(pacts.at("/1/verificationProperties/wip").asBoolean()).isTrue();

        verify(pacts.get(1), provider1, true);
        assertThat(forVerification(query.formatted("{\"mainBranch\": true}")))
                .as("verified as work in progress only")
                .hasSize(2);
        verify(forVerification(query.formatted("{\"branch\": \"feature\"}")).get(0), provider1, true);
        assertThat(forVerification(query.formatted("{\"mainBranch\": true}"))).hasSize(1);
        assertThat(forVerification(query.formatted("{\"mainBranch\": true}").replace("2020", "2999")))
                .hasSize(1);
    }

    @Test
    void same_content_of_several_versions_is_verified_once() throws IOException {
        publish(consumer, random(), "feature", "one");
        JsonNode pacts =
                forVerification("{\"consumerVersionSelectors\": [{\"mainBranch\": true}, {\"branch\": \"feature\"}]}");
        assertThat(pacts).hasSize(1);
        assertThat(pacts.at("/0/shortDescription").asText())
                .isEqualTo("latest from branch feature, latest from main branch");
    }

    @Test
    void a_tag_named_like_an_environment_is_a_deployment_and_the_first_tag_a_branch() throws IOException {
        String live = environment("live");
        String version = random();
        assertThat(client.send("PUT", "/pacticipants/" + provider + "/versions/" + version + "/tags/live", "{}")
                        .status())
                .isEqualTo(201);
        assertThat(deployed(live)).containsExactly(version);
        assertThat(client.get("/pacticipants/" + provider + "/branches/live/latest-version")
                        .json()
                        .path("number")
                        .asText())
                .isEqualTo(version);
    }

    @Test
    void the_fallback_tag_is_taken_where_no_pact_has_the_tag() throws IOException {
        client.send("PUT", "/pacticipants/" + consumer + "/versions/" + consumer1 + "/tags/dev", "{}");
        JsonNode pacts = forVerification(
                "{\"consumerVersionSelectors\": [{\"tag\": \"none\", \"fallbackTag\": \"dev\", \"latest\": true}]}");
        assertThat(pacts.at("/0/shortDescription").asText()).isEqualTo("latest with tag dev");
        assertThat(pacts.at("/0/verificationProperties/notices/0/text").asText())
                .contains("tagged 'dev' (fallback tag used as no pact was found with tag 'none')");
    }

    @Test
    void may_the_head_of_a_branch_be_merged() throws IOException {
        putOnBranch(provider, "main", provider1);
        String question = "/matrix?q[][pacticipant]=" + consumer + "&q[][version]=" + consumer1
                + "&latestby=cvp&latest=true&mainBranch=true";
        assertThat(client.get(question).json().at("/summary/reason").asText())
                .isEqualTo(
                        "There is no verified pact between version %s of %s and the latest version of %s from branch main (%s)"
                                .formatted(consumer1, consumer, provider, provider1));
        verifyAll(provider1, true);
        assertThat(deployable(client.get(question).json())).isEqualTo("true");
    }

    @Test
    void the_page_for_people_shows_the_last_verification_and_nothing_that_could_run() throws IOException {
        publish("<b>&'</b>", "<script>1</script>", "main", "x");
        verifyAll(provider1, false);
        BrokerClient.Reply page =
                client.send("GET", "/", Map.of("accept", "text/html,application/xhtml+xml,*/*;q=0.8"), "");
        assertThat(page.headers().get("content-type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.headers().get("content-security-policy")).startsWith("default-src 'none'");
        assertThat(page.body())
                .contains("<td>" + consumer + "</td><td>" + consumer1 + "</td><td>" + provider + "</td>")
                .contains("failed with version " + provider1)
                .contains("&lt;b&gt;&amp;&#39;&lt;/b&gt;")
                .doesNotContain("<script")
                .doesNotContain("<b>");
    }
}
