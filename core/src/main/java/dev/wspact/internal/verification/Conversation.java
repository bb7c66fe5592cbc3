package dev.wspact.internal.verification;

import dev.wspact.contract.Contents;
import dev.wspact.contract.SendStep;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens on one open connection: send steps, trigger states, requests, and listening until nothing is missing. */
final class Conversation {
    private final Listening listening;
    private final List<Watch> watches;
    private final List<ExchangeWatch> exchanges;
    private final Map<String, @Nullable Object> stateValues;
    private final Parties parties;
    private final Run run;
    private Duration leftForSteps;

    Conversation(
            Listening listening,
            List<Watch> watches,
            Map<String, @Nullable Object> stateValues,
            Parties parties,
            Run run) {
        this.listening = listening;
        this.watches = watches;
        this.exchanges = watches.stream()
                .filter(ExchangeWatch.class::isInstance)
                .map(ExchangeWatch.class::cast)
                .toList();
        this.stateValues = stateValues;
        this.parties = parties;
        this.run = run;
        this.leftForSteps = run.options().timeout();
    }

    /** Sets up the trigger states. */
    @FunctionalInterface
    interface Trigger {
        void pull() throws ProviderStateException;
    }

    /** Goes through all of it. */
    void hold(List<SendStep> steps, Trigger trigger) throws InterruptedException {
        send(steps);
        if (listening.ended()) {
            return;
        }
        try {
            trigger.pull();
        } catch (ProviderStateException e) {
            listening.giveUp(Verdicts.state(e));
            return;
        }
        Duration now = listening.now();
        listening.ready(now);
        watches.forEach(watch -> watch.start(now));
        listen();
        listening.takeWhatIsThere();
    }

    private void send(List<SendStep> steps) throws InterruptedException {
        for (int i = 0; i < steps.size() && !listening.ended(); i++) {
            send(steps.get(i), "step " + (i + 1) + " of \"send\"");
        }
    }

    private void send(SendStep step, String name) throws InterruptedException {
        if (step.after() != null) {
            listenFor(step.after(), name);
        }
        if (listening.ended()) {
            return;
        }
        Payload payload;
        try {
            payload = payload(step.contents(), step.effectiveFrame(), step.generators());
        } catch (UnjudgeableException e) {
            listening.giveUp(Verdicts.notCheckable(e));
            return;
        }
        if (sendStep(payload, name) && !step.awaits().isEmpty()) {
            await(new Await(step.awaits()), name);
        }
    }

    private Payload payload(Contents contents, FrameType frame, JsonText generators) throws UnjudgeableException {
        return Outgoing.of(contents, frame, generators, stateValues, run.surroundings());
    }

    /** All steps together have one time to be written, so that it does not add up when a server reads slowly. */
    private boolean sendStep(Payload payload, String name) throws InterruptedException {
        Duration start = listening.now();
        boolean sent = send(payload, name, leftForSteps);
        Duration left = leftForSteps.minus(listening.now().minus(start));
        leftForSteps = left.isNegative() ? Duration.ZERO : left;
        return sent;
    }

    private boolean send(Payload payload, String name, Duration atMost) throws InterruptedException {
        try {
            listening.send(payload, atMost);
            return true;
        } catch (IOException e) {
            // a close by the server is the reason that counts, and it may be in the inbox already
            listening.takeWhatIsThere();
            if (!listening.ended()) {
                listening.giveUp(new Verdict.Errored(
                        name + " could not be sent: " + Objects.requireNonNullElse(e.getMessage(), e.toString()),
                        "look into the log of " + parties.provider() + ", then verify again"));
            }
            return false;
        }
    }

    private void await(Await awaited, String name) throws InterruptedException {
        Duration timeout = run.options().timeout();
        Duration sentAt = listening.now();
        if (listening.takeUntil(awaited, sentAt.plus(timeout))
                || listening.ending().obstacle() != null) {
            return;
        }
        Ending ending = listening.ending();
        listening.giveUp(ending.notSeen(
                "the message that " + name + " awaits: " + awaited,
                ending.close() == null ? timeout : ending.after(sentAt),
                "let " + parties.provider() + " answer the step, or correct its \"awaits\""));
    }

    /** Everything goes on being judged while a step waits. */
    private void listenFor(Duration time, String name) throws InterruptedException {
        Duration until = listening.now().plus(time);
        Runnable stillWaiting = () -> listening.tell("the time of " + name, until);
        boolean more = true;
        while (more) {
            more = listening.take(until, stillWaiting) && listening.upTo().compareTo(until) < 0;
        }
        waitOut(until, stillWaiting);
    }

    /** After a busy inbox, time that is left is waited for; a clock that stands still must not keep us here. */
    private void waitOut(Duration until, Runnable stillWaiting) throws InterruptedException {
        while (!listening.ended() && listening.now().compareTo(until) < 0) {
            listening.take(until, stillWaiting);
        }
    }

    private void listen() throws InterruptedException {
        Duration observeUntil = null;
        sendRequests();
        while (!listening.ended()) {
            Duration until = nextDue();
            if (until == null) {
                if (observeUntil == null) {
                    observeUntil = listening.now().plus(run.options().observe());
                }
                if (!allSatisfied() || listening.upTo().compareTo(observeUntil) >= 0) {
                    return;
                }
                until = observeUntil;
            }
            Duration due = until;
            listening.take(due, () -> tellWaiting(due));
            exchanges.forEach(exchange -> exchange.expire(listening.upTo()));
            sendRequests();
        }
    }

    /** Names what is missing, and when the last of it is given up. */
    private void tellWaiting(Duration until) {
        List<Watch> missing =
                watches.stream().filter(watch -> dueAt(watch) != null).toList();
        if (missing.isEmpty()) {
            listening.tell("what else may come", until);
            return;
        }
        String first = missing.get(0).awaited();
        listening.tell(
                missing.size() == 1 ? first : first + " and " + (missing.size() - 1) + " more",
                missing.stream()
                        .flatMap(watch -> Stream.ofNullable(dueAt(watch)))
                        .max(Duration::compareTo)
                        .orElse(until));
    }

    private boolean allSatisfied() {
        return watches.stream().allMatch(Watch::satisfied)
                && !run.options().observe().isZero();
    }

    /** The first time at which someone's waiting ends; null if nobody waits any more. */
    private @Nullable Duration nextDue() {
        Duration next = null;
        for (Watch watch : watches) {
            Duration due = dueAt(watch);
            if (due != null && (next == null || due.compareTo(next) < 0)) {
                next = due;
            }
        }
        return next;
    }

    /** When its time is over; null if it does not wait any more. */
    private @Nullable Duration dueAt(Watch watch) {
        Duration due = watch.settled() && !watch.listensOn() ? null : watch.dueAt();
        return due == null || due.compareTo(listening.upTo()) <= 0 ? null : due;
    }

    /** Sends the requests that may be sent: several at a time only if their responses can be told apart. */
    private void sendRequests() throws InterruptedException {
        for (ExchangeWatch exchange : exchanges) {
            if (!exchange.waitsToBeSent()) {
                continue;
            }
            Payload payload = request(exchange);
            if (payload == null) {
                continue;
            }
            boolean free = exchanges.stream()
                    .filter(ExchangeWatch::inFlight)
                    .allMatch(other -> canBeToldApart(exchange, other));
            if (!free) {
                return;
            }
            exchange.sent(listening.now());
            if (!send(
                    payload,
                    "the request of \"" + exchange.interaction().description() + "\"",
                    run.options().timeout())) {
                return;
            }
        }
    }

    private @Nullable Payload request(ExchangeWatch exchange) {
        var request = exchange.exchange().request();
        try {
            Payload payload = payload(request.contents(), request.effectiveFrame(), request.generators());
            return exchange.address(payload) ? payload : null;
        } catch (UnjudgeableException e) {
            exchange.fail(e.problem(), e.remedy());
            return null;
        }
    }

    private static boolean canBeToldApart(ExchangeWatch one, ExchangeWatch other) {
        return one.correlation() != null
                && other.correlation() != null
                && !one.correlation().equals(other.correlation());
    }
}
