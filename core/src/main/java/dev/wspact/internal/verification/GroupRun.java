package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.Session;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the interactions that share one connection: states, opening, conversation, close, teardown. */
final class GroupRun {
    private final Plan.Group group;
    private final int connection;
    private final Parties parties;
    private final Run run;
    private final Map<String, @Nullable Object> stateValues = new LinkedHashMap<>();
    private final List<ProviderState> reached = new ArrayList<>();

    GroupRun(Plan.Group group, int connection, Parties parties, Run run) {
        this.group = group;
        this.connection = connection;
        this.parties = parties;
        this.run = run;
    }

    GroupResult run() {
        GroupResult result = judge();
        Verdict.Errored teardown = tearDown();
        return teardown == null ? result : result.insteadOfPassed(teardown);
    }

    private GroupResult judge() {
        try {
            setUp(group.before());
        } catch (ProviderStateException e) {
            return all(Verdicts.state(e));
        }
        Dialing dialing;
        try {
            dialing = Dialing.of(group, run);
        } catch (Dialing.NoHeadersException e) {
            return all(new Verdict.Errored(
                    String.valueOf(e.getMessage()), "correct what supplies the header fields, then verify again"));
        }
        try {
            return judge(
                            Noting.of(dialing, group, parties, run).noted(dialing.connect()),
                            Address.shown(dialing.url()),
                            dialing.addsCredentials())
                    .asked(dialing.asked());
        } catch (InterruptedException e) {
            return each(task -> run.interrupt(task.awaited()), null);
        }
    }

    private GroupResult judge(ConnectOutcome outcome, URI url, boolean credentials) {
        if (outcome instanceof ConnectOutcome.Redirected redirected) {
            return judge(redirected.outcome(), Address.shown(redirected.url()), credentials && redirected.sameOrigin());
        }
        if (outcome instanceof ConnectOutcome.Opened opened) {
            try (Session session = opened.session()) {
                return open(session, url, credentials);
            }
        }
        NotOpen notOpen = new NotOpen(outcome, connection, credentials);
        return each(task -> notOpen.verdict(task, parties), notOpen.record(url));
    }

    private GroupResult open(Session session, URI url, boolean credentials) {
        HandshakeResponse response = session.handshake();
        List<Watch> watches = group.watches();
        Listening listening = new Listening(
                session, connection, classifier(watches, run), at -> watches.forEach(watch -> watch.ping(at)), run);
        List<Verdict> verdicts = new ArrayList<>();
        if (watches.isEmpty()) {
            for (Task task : group.tasks()) {
                HandshakeJudge judge = Objects.requireNonNull(task.handshake());
                verdicts.add(judge.verdict(response, null, connection, credentials));
            }
        } else {
            verdicts.addAll(converse(listening, response, watches));
        }
        return result(verdicts, listening.close(url)).with(listening.uncontracted());
    }

    private List<Verdict> converse(Listening listening, HandshakeResponse response, List<Watch> watches) {
        Channel channel = group.setup().channel();
        List<Verdict> wrongSubprotocol = new ArrayList<>();
        for (Watch watch : watches) {
            Verdict verdict = Outcomes.subprotocol(response, watch.interaction(), parties, connection);
            if (verdict != null) {
                wrongSubprotocol.add(verdict);
            }
        }
        if (!channel.subprotocols().isEmpty() && !wrongSubprotocol.isEmpty()) {
            return wrongSubprotocol;
        }
        Conversation conversation = new Conversation(listening, watches, stateValues, parties, run);
        boolean interrupted = false;
        try {
            conversation.hold(group.setup().send(), () -> setUp(group.triggers()));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        listening.finish();
        return verdicts(watches, listening.ending(), interrupted);
    }

    private List<Verdict> verdicts(List<Watch> watches, Ending ending, boolean interrupted) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Watch watch : watches) {
            Ending end = interrupted ? ending.hinderedBy(run.interrupt(watch.awaited())) : ending;
            addViolation(watch, end);
            verdicts.add(watch.verdict(end));
        }
        return verdicts;
    }

    /** A connection on which the server breaks the protocol is lost to every consumer, so whoever relies on it is told. */
    static void addViolation(Watch watch, Ending ending) {
        if (ending.violation() != null) {
            Findings findings = watch.findings();
            findings.add(new Mismatch(
                    Findings.noMessage(
                            ending.connection(),
                            "$",
                            watch.interaction().origin().place()),
                    "protocol",
                    "frames as RFC 6455 has them",
                    ending.violation(),
                    "mend how " + findings.parties().provider()
                            + " writes frames, or what stands between it and its clients; a client must fail such a"
                            + " connection"));
        }
    }

    static Classifier classifier(List<Watch> watches, Run run) {
        List<PushWatch> pushes = new ArrayList<>();
        List<ExchangeWatch> exchanges = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch instanceof PushWatch push) {
                pushes.add(push);
            } else if (watch instanceof ExchangeWatch exchange) {
                exchanges.add(exchange);
            }
        }
        return new Classifier(pushes, exchanges, run.options().discriminator());
    }

    /** A state that fails half-way is left again too: what it has done by then is not known. */
    private void setUp(List<ProviderState> states) throws ProviderStateException {
        if (states.isEmpty()) {
            return;
        }
        states.forEach(state -> stateValues.putAll(state.params()));
        reached.addAll(states);
        run.surroundings()
                .states()
                .setUp(states, stateValues, run.deadline(run.options().timeout()));
    }

    private Verdict.@Nullable Errored tearDown() {
        if (reached.isEmpty()) {
            return null;
        }
        try {
            run.surroundings()
                    .states()
                    .tearDown(reached, run.deadline(run.options().timeout()));
            return null;
        } catch (ProviderStateException e) {
            return Verdicts.state(e);
        }
    }

    private GroupResult all(Verdict verdict) {
        return each(task -> verdict, null);
    }

    private GroupResult each(Function<Task, Verdict> verdict, @Nullable ConnectionRecord record) {
        return result(group.tasks().stream().map(verdict).toList(), record);
    }

    private GroupResult result(List<Verdict> verdicts, @Nullable ConnectionRecord record) {
        return new GroupResult(group.tasks(), verdicts, record, List.of());
    }
}
