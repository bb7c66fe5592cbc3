package dev.wspact.internal.verification;

import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.message.CapturedMessage;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interactions with one setup on a recorded connection: finds again, in what the client of the recording sent, the steps of
 * the setup and then the requests, and lets the time of the interactions begin when all steps are done.
 */
final class PlayedSetup {
    private final List<SendStep> steps;
    private final List<SentContents> contents;
    private final List<Watch> watches = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final boolean waitsForReady;
    private int done;
    private @Nullable Await await;
    private Duration sentAt = Duration.ZERO;
    private boolean started;

    /**
     * A setup of which nothing has happened yet.
     *
     * @param waitsForReady whether the recording says when time begins
     */
    PlayedSetup(Setup setup, boolean waitsForReady) {
        this.steps = setup.send();
        this.contents = steps.stream().map(SentContents::of).toList();
        this.waitsForReady = waitsForReady;
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    void add(ExchangeWatch exchange, SentContents request) {
        watches.add(exchange);
        requests.add(new Request(exchange, request));
    }

    /** The connection is open. */
    void open() {
        goOn(Duration.ZERO);
    }

    /** The client has sent a message, of which this was taken out. */
    void sent(CapturedMessage message, List<String> redacted) {
        if (done < steps.size()) {
            if (await == null && contents.get(done).fits(message, redacted)) {
                stepTaken(steps.get(done), message.sinceOpen());
            }
            return;
        }
        Set<SentContents> others = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Request request : requests) {
            // the same request may wait thousands of times, and is compared once
            if (!request.exchange.waitsToBeSent() || others.contains(request.contents)) {
                continue;
            }
            if (request.contents.fits(message, redacted)) {
                if (request.exchange.address(message.payload())) {
                    request.exchange.sent(message.sinceOpen());
                }
                return;
            }
            others.add(request.contents);
        }
    }

    private void stepTaken(SendStep step, Duration at) {
        done++;
        sentAt = at;
        await = step.awaits().isEmpty() ? null : new Await(step.awaits());
        goOn(at);
    }

    /** Whether a step waits for the message. */
    boolean awaits(Incoming message) {
        if (await == null || !await.isFulfilledBy(message)) {
            return false;
        }
        await = null;
        goOn(message.at());
        return true;
    }

    /** The recording says that time begins. */
    void ready(Duration at) {
        if (waitsForReady) {
            start(at);
        }
    }

    private void goOn(Duration at) {
        if (!waitsForReady && done == steps.size() && await == null) {
            start(at);
        }
    }

    private void start(Duration at) {
        if (!started) {
            started = true;
            watches.forEach(watch -> watch.start(at));
        }
    }

    /** Time has come this far. */
    void expire(Duration now) {
        requests.forEach(request -> request.exchange.expire(now));
    }

    /** The end as it is for these interactions: hindered if their time never began. */
    Ending ending(Ending ending, Duration timeout, Parties parties) {
        if (started || ending.obstacle() != null) {
            return ending;
        }
        if (await != null) {
            return ending.hinderedBy(ending.notSeen(
                    "the message that step " + done + " of \"send\" awaits: " + await,
                    ending.close() == null ? timeout : ending.after(sentAt),
                    "let " + parties.provider() + " answer the step, or correct its \"awaits\""));
        }
        if (ending.close() != null || ending.violation() != null) {
            return ending;
        }
        return ending.hinderedBy(new Verdict.Errored(
                "not checkable from a recording: it does not show that the provider states and sends of the interaction"
                        + " were done",
                "record a verification that gets as far as that, or verify against the running server"));
    }

    private record Request(ExchangeWatch exchange, SentContents contents) {}
}
