package dev.wspact.internal.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for the server to close the connection. */
final class CloseWatch implements Watch {
    private final Interaction interaction;
    private final Candidate status;
    private final Findings findings;
    private final Duration within;
    private @Nullable Duration dueAt;

    CloseWatch(
            Interaction interaction, Expectation.Close close, Candidate status, Findings findings, Duration timeout) {
        this.interaction = interaction;
        this.status = status;
        this.findings = findings;
        Duration declared = close.receive() == null ? null : close.receive().within();
        this.within = declared == null ? timeout : declared;
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
        dueAt = now.plus(within);
    }

    @Override
    public @Nullable Duration dueAt() {
        return dueAt;
    }

    @Override
    public boolean settled() {
        return false;
    }

    @Override
    public boolean satisfied() {
        return false;
    }

    @Override
    public boolean listensOn() {
        return true;
    }

    @Override
    public String awaited() {
        return "the close \"" + interaction.description() + "\"";
    }

    @Override
    public Verdict verdict(Ending ending) {
        if (ending.close() != null) {
            return judge(ending.close(), ending);
        }
        Verdict proven = findings.proven();
        if (proven != null) {
            return proven;
        }
        if (ending.obstacle() != null) {
            return ending.obstacle();
        }
        String expected = "a close by the server that matches \"" + interaction.description() + "\": "
                + Words.of(status.expected().contents().payload());
        return ending.notSeen(
                expected,
                within,
                "let " + findings.parties().provider() + " close the connection in the provider states of the"
                        + " interaction, or give it more time (\"within\")");
    }

    private Verdict judge(CloseStatus close, Ending ending) {
        var json =
                JsonNodeFactory.instance.objectNode().put("code", close.code()).put("reason", close.reason());
        var text = new Payload.Text(StrictJson.text(json).value());
        var seen = Incoming.of(ending.connection(), new CapturedMessage(Direction.RECEIVED, 1, ending.at(), text));
        try {
            for (var difference : status.compare(seen)) {
                Mismatch mismatch = findings.mismatch(seen.sighting(), difference, status.place());
                findings.add(new Mismatch(
                        new Mismatch.Address(ending.connection(), 0, ending.at(), difference.path(), status.place()),
                        difference.path().equals("$.code") ? "code" : mismatch.rule(),
                        mismatch.expected(),
                        mismatch.actual(),
                        mismatch.remedy()));
            }
        } catch (UnjudgeableException e) {
            findings.notCheckable(e);
        }
        Verdict proven = findings.proven();
        return proven == null ? Verdict.PASSED : proven;
    }
}
