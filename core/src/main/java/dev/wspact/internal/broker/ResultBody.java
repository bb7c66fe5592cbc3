package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A result as the broker takes and shows it: one flag, and details for each interaction that a person can read. */
final class ResultBody {
    private static final int MOST_MISMATCHES = 20;
    private static final int LONGEST = 2000;

    private final @Nullable String toolVersion;

    ResultBody(@Nullable String toolVersion) {
        this.toolVersion = toolVersion;
    }

    ObjectNode of(ContractResult result, PactDocument pact, PacticipantVersion version) {
        ObjectNode body = BrokerClient.object();
        body.put("success", Completeness.success(result));
        body.put("providerApplicationVersion", version.number());
        if (version.buildUrl() != null) {
            body.put("buildUrl", version.buildUrl().toString());
        }
        ArrayNode tests = body.putArray("testResults");
        Map<String, InteractionResult> byPlace = Completeness.byPlace(result);
        for (PactDocument.Item item : pact.items()) {
            InteractionResult judged = byPlace.get(item.pointer());
            if (judged != null) {
                tests.add(test(item, judged));
            }
        }
        ObjectNode verifiedBy = body.putObject("verifiedBy");
        verifiedBy.put("implementation", "wspact");
        if (toolVersion != null) {
            verifiedBy.put("version", toolVersion);
        }
        return body;
    }

    private static ObjectNode test(PactDocument.Item item, InteractionResult judged) {
        ObjectNode test = BrokerClient.object();
        if (item.id() != null) {
            test.put("interactionId", item.id());
        }
        test.put("interactionDescription", item.description());
        test.put("success", Completeness.passed(judged.verdict()));
        Verdict verdict = Completeness.underneath(judged.verdict());
        if (verdict instanceof Verdict.Failed failed) {
            ArrayNode mismatches = test.putArray("mismatches");
            failed.mismatches().stream().limit(MOST_MISMATCHES).forEach(mismatch -> mismatches.add(mismatch(mismatch)));
        } else if (verdict instanceof Verdict.NotSeen notSeen) {
            ObjectNode mismatch = test.putArray("mismatches").addObject();
            mismatch.put("attribute", "message");
            mismatch.put(
                    "description",
                    cut("%s did not arrive within %d ms"
                            .formatted(notSeen.expected(), notSeen.waited().toMillis())));
        }
        return test;
    }

    private static ObjectNode mismatch(Mismatch mismatch) {
        ObjectNode node = BrokerClient.object();
        node.put("attribute", mismatch.address().message() > 0 ? "body" : "connection");
        node.put("identifier", cut(mismatch.address().path()));
        node.put("description", cut("expected " + mismatch.expected() + ", but was " + mismatch.actual()));
        return node;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, Visible.boundary(text, LONGEST)) + "…";
    }
}
