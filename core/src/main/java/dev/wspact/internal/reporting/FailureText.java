package dev.wspact.internal.reporting;

import dev.wspact.message.Visible;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says why an interaction is not passed, as facts in two columns: most useful first, what to do last. The one place
 * where these texts are made, for the terminal and for JUnit XML. Expects a result without credentials.
 */
final class FailureText implements Verdict.Visitor<List<List<Fact>>> {
    /** How many mismatches of one interaction are shown; the result file has them all. */
    static final int MISMATCHES = 5;

    private static final int VALUE = 240;
    private static final int SAMPLE = 80;
    private static final int TYPES = 5;

    private final ContractResult contract;
    private final InteractionResult result;

    private FailureText(ContractResult contract, InteractionResult result) {
        this.contract = contract;
        this.result = result;
    }

    /** Blocks of lines, one block a reason; none if the interaction is passed. */
    static List<List<String>> of(ContractResult contract, InteractionResult result) {
        return result.verdict().accept(new FailureText(contract, result)).stream()
                .map(Fact::align)
                .toList();
    }

    /** Types of messages with their counts and a sample each. */
    static List<String> arrivals(List<Arrival> arrivals) {
        List<String> texts = arrivals.stream()
                .limit(TYPES)
                .map(arrival -> arrival.count() + " × " + shown(arrival.type(), SAMPLE) + "   (such as "
                        + shown(arrival.sample(), SAMPLE) + ")")
                .collect(Collectors.toCollection(ArrayList::new));
        if (arrivals.size() > TYPES) {
            texts.add("and " + (arrivals.size() - TYPES) + " more types");
        }
        return texts;
    }

    @Override
    public List<List<Fact>> passed(Verdict.Passed passed) {
        return List.of();
    }

    @Override
    public List<List<Fact>> failed(Verdict.Failed failed) {
        return failed.mismatches().stream()
                .limit(MISMATCHES)
                .map(this::mismatch)
                .toList();
    }

    @Override
    public List<List<Fact>> notSeen(Verdict.NotSeen notSeen) {
        List<Fact> facts = interaction(result.subject().place().toString());
        facts.add(Fact.of("expected", Shortened.text(notSeen.expected(), VALUE)));
        facts.add(Fact.of("but was", "not seen within " + Words.duration(notSeen.waited())));
        if (notSeen.instead().isEmpty()) {
            facts.add(Fact.of("instead", "no other message arrived"));
        }
        String name = "instead";
        for (String arrival : arrivals(notSeen.instead())) {
            facts.add(new Fact(name, arrival));
            name = "";
        }
        session(result.connection(), 0, facts);
        facts.add(remedy(notSeen.remedy()));
        return List.of(facts);
    }

    @Override
    public List<List<Fact>> errored(Verdict.Errored errored) {
        List<Fact> facts = interaction(result.subject().place().toString());
        facts.add(Fact.of("not judged", Shortened.text(errored.problem(), 2 * VALUE)));
        session(result.connection(), 0, facts);
        facts.add(remedy(errored.remedy()));
        return List.of(facts);
    }

    @Override
    public List<List<Fact>> pending(Verdict.Pending pending) {
        return pending.underneath().accept(this);
    }

    private List<Fact> mismatch(Mismatch mismatch) {
        Mismatch.Address address = mismatch.address();
        List<Fact> facts = interaction(address.contract().toString());
        if (address.message() > 0) {
            facts.add(Fact.of(
                    "message",
                    Words.ordinal(address.message()) + " received, " + Words.duration(address.sinceOpen())
                            + " after open"
                            + (contract.connections().size() > 1 ? ", on connection " + address.connection() : "")));
        }
        facts.add(Fact.of("at", Shortened.text(address.path(), VALUE)));
        facts.add(Fact.of(
                "expected",
                Shortened.around(mismatch.expected(), mismatch.actual(), VALUE) + "   (rule: " + mismatch.rule()
                        + ")"));
        facts.add(Fact.of("but was", Shortened.around(mismatch.actual(), mismatch.expected(), VALUE)));
        session(address.connection(), address.message(), facts);
        facts.add(remedy(mismatch.remedy()));
        return facts;
    }

    /** Remedies come from everywhere, as sentences or as clauses; here they all read as clauses. */
    private static Fact remedy(String remedy) {
        boolean word = remedy.length() > 1
                && Character.isUpperCase(remedy.charAt(0))
                && Character.isLowerCase(remedy.charAt(1));
        return Fact.of("what to do", word ? Character.toLowerCase(remedy.charAt(0)) + remedy.substring(1) : remedy);
    }

    private String provider() {
        return Visible.text(Shortened.text(contract.subject().provider(), SAMPLE));
    }

    private List<Fact> interaction(String place) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "interaction",
                "\"" + Shortened.text(result.subject().description(), VALUE) + "\""
                        + Shortened.text(Words.states(result.subject().states()), VALUE)));
        facts.add(Fact.of("contract", place));
        return facts;
    }

    private void session(int number, long received, List<Fact> facts) {
        for (ConnectionRecord connection : contract.connections()) {
            if (connection.number() == number) {
                if (received == 0) {
                    String name = connection.handshake() == null ? "tried" : "connected to";
                    facts.add(Fact.of(name, connection.url().toString()));
                }
                facts.add(new Fact("session so far", SessionText.upTo(connection, received, provider())));
                String body = SessionText.refusal(connection);
                if (!body.isEmpty()) {
                    facts.add(new Fact("its body", body));
                }
            }
        }
    }

    private static String shown(String text, int limit) {
        return Visible.text(Shortened.text(text, limit));
    }
}
