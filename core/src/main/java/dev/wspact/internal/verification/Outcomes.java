package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an opening handshake means for interactions that rely on an open connection. */
final class Outcomes {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private Outcomes() {}

    static Verdict.Errored credentialsRefused(HandshakeResponse response) {
        return new Verdict.Errored(
                "the server refused the connection with " + Refusal.told(response)
                        + ", although the verifier added credentials to it",
                "check the headers that you add and the user in the URL");
    }

    static Verdict.Errored unreachable(ConnectOutcome.Unreachable outcome) {
        return new Verdict.Errored(outcome.problem(), outcome.remedy());
    }

    static Verdict refused(
            HandshakeResponse response, Interaction interaction, Parties parties, int connection, boolean credentials) {
        if (credentials && Refusal.isAboutCredentials(response)) {
            return credentialsRefused(response);
        }
        return failed(
                interaction,
                connection,
                "status",
                "101, an open connection",
                Refusal.told(response),
                new Refusal(response, interaction.setup().channel(), parties).remedy());
    }

    static Verdict unsound(ConnectOutcome.Unsound unsound, Interaction interaction, Parties parties, int connection) {
        Verdict subprotocol = unsound.rule().equalsIgnoreCase(SUBPROTOCOL)
                ? subprotocol(unsound.response(), interaction, parties, connection)
                : null;
        if (subprotocol != null) {
            return subprotocol;
        }
        return failed(
                interaction,
                connection,
                unsound.rule(),
                unsound.expected(),
                unsound.actual(),
                unsound.response().accepted()
                        ? "let " + parties.provider() + " answer the opening handshake as RFC 6455 section 4.2.2 asks"
                        : "let " + parties.provider()
                                + " redirect to where its clients find it (RFC 9110 section 10.2.2),"
                                + " or write that URL in wspact.url");
    }

    /** The verdict on the subprotocol that the server chose; null if it is fine. */
    static @Nullable Verdict subprotocol(
            HandshakeResponse response, Interaction interaction, Parties parties, int connection) {
        Channel channel = interaction.setup().channel();
        if (channel.subprotocols().isEmpty()) {
            return null;
        }
        List<String> chosen = response.headers().values(SUBPROTOCOL);
        if (chosen.size() == 1 && channel.subprotocols().contains(chosen.get(0))) {
            return null;
        }
        return failed(
                interaction,
                connection,
                "subprotocol",
                "one of " + String.join(", ", channel.subprotocols()),
                chosen.isEmpty() ? "none" : String.join(", ", chosen),
                "let " + parties.provider() + " choose one of the subprotocols that " + parties.consumer() + " offers");
    }

    private static Verdict failed(
            Interaction interaction, int connection, String rule, String expected, String actual, String remedy) {
        var address = Findings.noMessage(connection, "$", interaction.origin().place());
        return new Verdict.Failed(List.of(new Mismatch(address, rule, expected, actual, remedy)), 0);
    }
}
