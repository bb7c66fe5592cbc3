package dev.wspact.internal.redaction;

import dev.wspact.contract.Place;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.util.List;

/**
 * Takes credentials out of a result before it is written or shown: user info and token-like query parameters of URLs,
 * the header fields that carry secrets, and the like in the body of a refusal. The payloads of messages stay as they were
 * seen.
 */
public final class Redaction {
    private final Secrets secrets;

    private Redaction(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Takes out what these say is secret. */
    public static Redaction of(Secrets secrets) {
        return new Redaction(secrets);
    }

    /** The result without credentials; redacting twice changes nothing more. */
    public ContractResult of(ContractResult result) {
        var subject = result.subject();
        return new ContractResult(
                new ContractResult.Subject(
                        subject.consumer(),
                        subject.provider(),
                        secrets.masked(subject.source()),
                        subject.notes().stream().map(secrets::masked).toList()),
                result.interactions().stream().map(this::of).toList(),
                result.connections().stream().map(this::connection).toList(),
                new Uncontracted(
                        arrivals(result.uncontracted().arrivals()),
                        result.uncontracted().failing()),
                result.period(),
                result.command() == null ? null : secrets.masked(result.command()));
    }

    /** One interaction without credentials. */
    public InteractionResult of(InteractionResult result) {
        var subject = result.subject();
        return new InteractionResult(
                new InteractionResult.Subject(
                        subject.description(), subject.key(), subject.states(), subject.type(), place(subject.place())),
                result.verdict().accept(new OfVerdict()),
                result.messages(),
                result.connection(),
                result.latency());
    }

    private ConnectionRecord connection(ConnectionRecord record) {
        HandshakeResponse handshake = record.handshake();
        return new ConnectionRecord(
                record.number(),
                secrets.masked(record.url()),
                secrets.masked(record.request()),
                handshake == null ? null : handshake(handshake),
                record.transcript(),
                record.close(),
                record.closedBy(),
                record.judgments());
    }

    private HandshakeResponse handshake(HandshakeResponse handshake) {
        ResponseBody body = handshake.body();
        return new HandshakeResponse(
                handshake.status(),
                secrets.masked(handshake.headers()),
                body.content() instanceof Payload.Text text
                        ? new ResponseBody(new Payload.Text(secrets.maskedBody(text.value())), body.whole())
                        : body);
    }

    private List<Arrival> arrivals(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> new Arrival(arrival.type(), arrival.count(), secrets.masked(arrival.sample())))
                .toList();
    }

    private Place place(Place place) {
        return new Place(secrets.masked(place.source()), place.pointer(), place.line());
    }

    private Mismatch mismatch(Mismatch mismatch) {
        var address = mismatch.address();
        return new Mismatch(
                new Mismatch.Address(
                        address.connection(),
                        address.message(),
                        address.sinceOpen(),
                        address.path(),
                        place(address.contract())),
                mismatch.rule(),
                secrets.masked(mismatch.expected()),
                secrets.masked(mismatch.actual()),
                secrets.masked(mismatch.remedy()));
    }

    private final class OfVerdict implements Verdict.Visitor<Verdict> {
        @Override
        public Verdict passed(Verdict.Passed passed) {
            return passed;
        }

        @Override
        public Verdict failed(Verdict.Failed failed) {
            return new Verdict.Failed(
                    failed.mismatches().stream().map(Redaction.this::mismatch).toList(), failed.omitted());
        }

        @Override
        public Verdict notSeen(Verdict.NotSeen notSeen) {
            return new Verdict.NotSeen(
                    secrets.masked(notSeen.expected()),
                    notSeen.waited(),
                    arrivals(notSeen.instead()),
                    secrets.masked(notSeen.remedy()));
        }

        @Override
        public Verdict errored(Verdict.Errored errored) {
            return new Verdict.Errored(secrets.masked(errored.problem()), secrets.masked(errored.remedy()));
        }

        @Override
        public Verdict pending(Verdict.Pending pending) {
            return new Verdict.Pending(pending.underneath().accept(this));
        }
    }
}
