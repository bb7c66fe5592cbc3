package dev.wspact.internal.broker;

import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a result speaks for a whole pact.
 *
 * @param gap what is missing; empty if nothing is
 * @param remedy what to do about it
 */
record Completeness(String gap, String remedy) {
    private static final Completeness COMPLETE = new Completeness("", "");
    private static final Pattern INTERACTION = Pattern.compile("(/(?:interactions|messages)/\\d+)(?:/.*)?");

    static Completeness of(ContractResult result, PactDocument pact) {
        Map<String, InteractionResult> byPlace = byPlace(result);
        List<PactDocument.Item> items = pact.items();
        for (PactDocument.Item item : items) {
            InteractionResult judged = byPlace.get(item.pointer());
            if (judged == null) {
                return new Completeness(
                        "\"" + item.description() + "\" was not verified",
                        "Verify all interactions of the pact: without filters, and HTTP interactions in the same result");
            }
            if (!judged.subject().description().equals(item.description())) {
                return new Completeness(
                        "the pact is no longer the one that was verified: at " + item.pointer() + " is \""
                                + item.description() + "\", verified was \""
                                + judged.subject().description() + "\"",
                        "Verify again");
            }
            if (underneath(judged.verdict()) instanceof Verdict.Errored errored) {
                return new Completeness(
                        "\"" + item.description() + "\" could not be judged: " + errored.problem(), errored.remedy());
            }
        }
        return items.isEmpty() || items.size() != result.interactions().size()
                ? new Completeness(
                        "the result has " + result.interactions().size() + " interactions, and the pact "
                                + items.size(),
                        "Verify again")
                : COMPLETE;
    }

    boolean complete() {
        return gap.isEmpty();
    }

    /** What the broker is told: a pending break is a break. */
    static boolean success(ContractResult result) {
        return !result.uncontracted().failed()
                && !result.interactions().isEmpty()
                && result.interactions().stream().allMatch(one -> passed(one.verdict()));
    }

    static boolean passed(Verdict verdict) {
        return underneath(verdict) instanceof Verdict.Passed;
    }

    static Verdict underneath(Verdict verdict) {
        return verdict instanceof Verdict.Pending pending ? pending.underneath() : verdict;
    }

    /** The results by the places of their interactions in the document. */
    static Map<String, InteractionResult> byPlace(ContractResult result) {
        Map<String, InteractionResult> byPlace = new HashMap<>();
        for (InteractionResult one : result.interactions()) {
            Matcher place = INTERACTION.matcher(one.subject().place().pointer());
            if (place.matches()) {
                byPlace.put(place.group(1), one);
            }
        }
        return byPlace;
    }
}
