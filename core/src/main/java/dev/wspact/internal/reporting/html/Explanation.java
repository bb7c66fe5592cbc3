package dev.wspact.internal.reporting.html;

import dev.wspact.contract.Place;
import dev.wspact.internal.reporting.Blame;
import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import dev.wspact.message.CapturedMessage;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Why one interaction is not passed: what broke, in the message itself, what to do, and how to run it again. */
final class Explanation implements Verdict.Visitor<Html> {
    private static final int NAME = 300;
    private static final int VALUE = 1_000;
    /** Messages that are shown with their mismatches in them; the others are told in their facts alone. */
    private static final int MESSAGES = 10;

    private static final int TYPES = 20;

    private final Html html;
    private final Numbered contract;
    private final InteractionResult result;
    private final boolean brief;

    private Explanation(Html html, Numbered contract, InteractionResult result, boolean brief) {
        this.html = html;
        this.contract = contract;
        this.result = result;
        this.brief = brief;
    }

    /**
     * Writes it.
     *
     * @param brief without the messages, where a page has become too long for them
     */
    static void write(Html html, Numbered contract, int index, boolean brief) {
        InteractionResult result = contract.result().interactions().get(index);
        html.in(Tag.of("article", Attribute.classes("failure"), Attribute.id(contract.anchor(index))), () -> {
            Explanation explanation = new Explanation(html, contract, result, brief);
            explanation.head();
            explanation.facts();
            result.verdict().accept(explanation);
            explanation.rerun();
        });
        html.line();
    }

    private void head() {
        var subject = contract.result().subject();
        html.in("h3", () -> {
            Badge.of(result.verdict()).write(html);
            html.text(" ");
            html.text(Tag.of("span", "name"), Shortened.text(result.subject().description(), NAME));
        });
        html.text(
                Tag.of("p", "blame"),
                Blame.sentence(
                                result.verdict(),
                                Shortened.text(subject.provider(), NAME),
                                Shortened.text(subject.consumer(), NAME))
                        + ".");
    }

    private void facts() {
        html.in(Tag.of("dl", "facts"), () -> {
            if (!result.subject().states().isEmpty()) {
                fact(
                        result.subject().states().size() == 1 ? "provider state" : "provider states",
                        () -> html.text(Shortened.text(
                                String.join("; ", result.subject().states()), VALUE)));
            }
            List<Mismatch> mismatches = Numbered.mismatches(result);
            Place place = mismatches.isEmpty()
                    ? result.subject().place()
                    : mismatches.get(0).address().contract();
            fact("contract", () -> html.text("code", Shortened.text(place.toString(), VALUE)));
            contract.connection(result.connection())
                    .ifPresent(connection -> fact(
                            "connection",
                            () -> html.text(
                                    Tag.of("a", Attribute.href(contract.anchor(connection))),
                                    "connection " + connection.number() + " of this contract, with its timeline")));
        });
    }

    @Override
    public Html passed(Verdict.Passed passed) {
        return html;
    }

    @Override
    public Html failed(Verdict.Failed failed) {
        Map<List<Long>, List<Mismatch>> byMessage = new LinkedHashMap<>();
        failed.mismatches().forEach(mismatch -> byMessage
                .computeIfAbsent(
                        List.of(
                                (long) mismatch.address().connection(),
                                mismatch.address().message()),
                        key -> new ArrayList<>())
                .add(mismatch));
        int shown = 0;
        for (List<Mismatch> mismatches : byMessage.values()) {
            message(mismatches, !brief && shown++ < MESSAGES);
        }
        long more = failed.omitted();
        if (more > 0) {
            html.text(Tag.of("p", "quiet"), "and " + Words.count(more, "more mismatch") + " that were not kept");
        }
        remedies(failed.mismatches().stream().map(Mismatch::remedy).distinct().toList());
        return html;
    }

    private void message(List<Mismatch> mismatches, boolean inTheMessage) {
        Mismatch.Address address = mismatches.get(0).address();
        if (address.message() == 0) {
            table(mismatches);
            return;
        }
        CapturedMessage message =
                contract.received(address.connection(), address.message()).orElse(null);
        html.in(Tag.of("h4", "message-title"), () -> {
            html.text("In the ");
            String words = Words.ordinal(address.message()) + " message received";
            if (message == null) {
                html.text(words);
            } else {
                html.text(
                        Tag.of(
                                "a",
                                Attribute.href(
                                        Anchor.message(contract.number(), address.connection(), address.message()))),
                        words);
            }
            html.text(", " + Words.duration(address.sinceOpen()) + " after open"
                    + (message == null ? " (the message itself was not kept)" : ""));
        });
        if (inTheMessage && message != null) {
            MessageView.of(message.payload(), mismatches).write(html);
        } else {
            table(mismatches);
        }
    }

    private void table(List<Mismatch> mismatches) {
        html.in(
                Tag.of(
                        "div",
                        Attribute.classes("scroll"),
                        Attribute.fixed("tabindex", "0"),
                        Attribute.fixed("role", "region"),
                        Attribute.label("mismatches")),
                () -> html.in(Tag.of("table", "mismatches"), () -> {
                    html.in(
                            "thead",
                            () -> html.in("tr", () -> List.of("at", "rule", "expected", "but was")
                                    .forEach(name -> html.text(Tag.of("th", Attribute.fixed("scope", "col")), name))));
                    html.in(
                            "tbody",
                            () -> mismatches.forEach(mismatch -> html.in("tr", () -> {
                                cell(Shortened.text(mismatch.address().path(), VALUE), "");
                                cell(Shortened.text(mismatch.rule(), VALUE), "");
                                cell(Shortened.around(mismatch.expected(), mismatch.actual(), VALUE), "");
                                cell(Shortened.around(mismatch.actual(), mismatch.expected(), VALUE), "actual");
                            })));
                }));
    }

    private void cell(String text, String classes) {
        html.in(classes.isEmpty() ? Tag.of("td") : Tag.of("td", classes), () -> html.text("code", text));
    }

    @Override
    public Html notSeen(Verdict.NotSeen notSeen) {
        html.in(Tag.of("dl", "facts"), () -> {
            fact("expected", () -> html.text(Shortened.text(notSeen.expected(), VALUE)));
            fact(
                    "but was",
                    () -> html.text(Tag.of("strong", "actual"), "not seen within " + Words.duration(notSeen.waited())));
            fact("instead", () -> instead(notSeen.instead()));
        });
        remedies(List.of(notSeen.remedy()));
        return html;
    }

    private void instead(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            html.text("no other message arrived");
            return;
        }
        html.in("ul", () -> {
            arrivals.stream()
                    .limit(TYPES)
                    .forEach(arrival -> html.in("li", () -> {
                        html.text(arrival.count() + " × ");
                        html.text("code", Shortened.text(arrival.type(), NAME));
                        html.text(", such as ");
                        html.text("code", Shortened.text(arrival.sample(), NAME));
                    }));
            if (arrivals.size() > TYPES) {
                html.text("li", "and " + (arrivals.size() - TYPES) + " more types");
            }
        });
    }

    @Override
    public Html errored(Verdict.Errored errored) {
        html.in(
                Tag.of("dl", "facts"),
                () -> fact("problem", () -> html.text(Shortened.text(errored.problem(), VALUE))));
        remedies(List.of(errored.remedy()));
        return html;
    }

    @Override
    public Html pending(Verdict.Pending pending) {
        return pending.underneath().accept(this);
    }

    private void remedies(List<String> remedies) {
        html.in(Tag.of("div", "remedy"), () -> {
            html.text("h4", "What to do");
            html.in("ul", () -> remedies.forEach(remedy -> html.text("li", Shortened.text(remedy, VALUE))));
        });
    }

    private void rerun() {
        boolean whole = contract.result().command() != null;
        html.text(
                Tag.of("p", "quiet"),
                whole ? "Verify only this again:" : "Verify only this again, with these options of what verified it:");
        html.in(
                Tag.of("pre", Attribute.classes("command"), Attribute.fixed("tabindex", "0")),
                () -> html.text("code", Rerun.command(contract.result(), result)));
    }

    private void fact(String name, Runnable value) {
        html.in("div", () -> {
            html.text("dt", name);
            html.in("dd", value);
        });
    }

    /** The indexes of the interactions of a contract that need to be explained. */
    static IntStream unexplained(Numbered contract, boolean pending) {
        List<InteractionResult> interactions = contract.result().interactions();
        return IntStream.range(0, interactions.size()).filter(index -> {
            Verdict verdict = interactions.get(index).verdict();
            return !(verdict instanceof Verdict.Passed) && (verdict instanceof Verdict.Pending) == pending;
        });
    }
}
