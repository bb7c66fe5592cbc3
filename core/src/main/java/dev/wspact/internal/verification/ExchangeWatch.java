package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request and judges every response: those with the request's value at {@code correlate}, or else one after the
 * other by position.
 */
final class ExchangeWatch implements Watch {
    private final Interaction interaction;
    private final Expectation.Exchange exchange;
    private final List<Candidate> responses;
    private final Findings findings;
    private final Duration timeout;
    private final @Nullable JsonPointer correlate;
    private final Closest closest = new Closest();
    private @Nullable JsonText correlation;
    private @Nullable Duration sentAt;
    private boolean over;
    private int answered;

    ExchangeWatch(
            Interaction interaction,
            Expectation.Exchange exchange,
            List<Candidate> responses,
            Findings findings,
            Duration timeout) {
        this.interaction = interaction;
        this.exchange = exchange;
        this.responses = List.copyOf(responses);
        this.findings = findings;
        this.timeout = timeout;
        this.correlate = exchange.correlate() == null ? null : JsonPointer.compile(exchange.correlate());
    }

    /** Another one for the same interaction, whose request was sent once more. */
    ExchangeWatch again() {
        return new ExchangeWatch(interaction, exchange, responses, new Findings(findings.parties()), timeout);
    }

    Expectation.Exchange exchange() {
        return exchange;
    }

    List<Candidate> responses() {
        return responses;
    }

    /** Reads the value that the responses will carry; false if the request has none, and then it cannot be judged. */
    boolean address(Payload request) {
        if (correlate == null) {
            return true;
        }
        var tree = new ReceivedPayload(request).jsonOrNull();
        correlation = tree == null ? null : Incoming.exactAt(tree, correlate);
        if (correlation == null) {
            fail(
                    "the request has no value at " + exchange.correlate() + ", where \"correlate\" points",
                    "let \"correlate\" point to a member of the request");
        }
        return correlation != null;
    }

    /** The value that tells its responses from those of other requests; null if they are told by position. */
    @Nullable
    JsonText correlation() {
        return correlation;
    }

    /** The request is on its way. */
    void sent(Duration now) {
        sentAt = now;
    }

    /** The request cannot be sent. */
    void fail(String problem, String remedy) {
        findings.notCheckable(problem, remedy);
        over = true;
    }

    boolean waitsToBeSent() {
        return sentAt == null && !over;
    }

    boolean inFlight() {
        return sentAt != null && !over;
    }

    /** Time has come this far. */
    void expire(Duration now) {
        Duration due = dueAt();
        if (due != null && now.compareTo(due) > 0) {
            over = true;
        }
    }

    /** Whether the message is a response to this request by its correlation, or by being the binary one that is next. */
    boolean isAnsweredBy(Incoming message) {
        if (correlate == null || correlation == null) {
            return false;
        }
        if (message.captured().payload().frameType() == FrameType.BINARY
                && next().expected().effectiveFrame() == FrameType.BINARY
                && message.payload().jsonOrNull() == null) {
            return true;
        }
        return correlation.equals(message.valueAt(correlate));
    }

    /** The response that is next. */
    Candidate next() {
        return responses.get(answered);
    }

    /** How the message differs from the response that is next; null if that cannot be told. */
    @Nullable
    List<Difference> compare(Incoming message) {
        try {
            return next().compare(message);
        } catch (UnjudgeableException e) {
            findings.notCheckable(e);
            message.fate().notJudged();
            over = true;
            return null;
        }
    }

    /** The message is the response that is next; with differences or without. */
    void claim(Incoming message, List<Difference> differences) {
        findings.claim();
        findings.add(message, differences, next().place());
        answered++;
        over = answered == responses.size();
    }

    /** A message that nobody claims while a response is awaited. */
    void consider(Incoming message, List<Difference> differences) {
        closest.add(message.sighting(), differences, next().strangeness(message));
    }

    /** A message that says nothing of what it is meant to be, since it is no JSON, while a response is awaited. */
    void consider(Unreadable.Judged judged) {
        List<Difference> differences = judged.from(next());
        if (!differences.isEmpty()) {
            closest.add(judged.message(), differences, next().strangest());
        }
    }

    @Override
    public Interaction interaction() {
        return interaction;
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void start(Duration now) {
        // its time starts with its request
    }

    @Override
    public @Nullable Duration dueAt() {
        return sentAt == null || answered == responses.size() ? null : sentAt.plus(within());
    }

    private Duration within() {
        Duration declared = exchange.responses().get(answered).within();
        return declared == null ? timeout : declared;
    }

    @Override
    public boolean settled() {
        return over;
    }

    @Override
    public boolean satisfied() {
        return answered == responses.size() && !findings.broken();
    }

    @Override
    public boolean listensOn() {
        return false;
    }

    @Override
    public String awaited() {
        return "the " + response() + " to \"" + interaction.description() + "\"";
    }

    private String response() {
        return responses.size() == 1 ? "response" : "response " + (answered + 1) + " of " + responses.size();
    }

    @Override
    public Verdict verdict(Ending ending) {
        if (findings.broken() && answered < responses.size() && ending.violation() == null) {
            addMissing(ending);
        }
        Verdict proven = findings.proven();
        if (proven != null) {
            return proven;
        }
        if (answered == responses.size()) {
            return Verdict.PASSED;
        }
        if (ending.obstacle() != null) {
            return ending.obstacle();
        }
        if (!closest.isEmpty()) {
            return closest.failed(findings, next().place());
        }
        if (sentAt == null) {
            return ending.notSeen(awaited() + " (its request was never sent)", Duration.ZERO, remedy());
        }
        Duration waited = ending.close() == null ? within() : ending.after(sentAt);
        return ending.notSeen(awaited(), waited, remedy());
    }

    private void addMissing(Ending ending) {
        String actual = ending.close() == null ? "nothing within " + Words.of(within()) : ending.told(ending.close());
        findings.add(new Mismatch(
                Findings.noMessage(ending.connection(), "$", next().place()), "response", awaited(), actual, remedy()));
    }

    private String remedy() {
        return "let " + findings.parties().provider() + " answer the request, or give it more time"
                + " (\"within\" of the response, the verifier's timeout)";
    }
}
