package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentAnswer.Party;
import dev.wspact.broker.DeploymentAnswer.Row;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Target;
import dev.wspact.broker.DeploymentQuestion.Version;
import dev.wspact.broker.Patience;
import dev.wspact.message.Visible;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a version may be deployed. Only {@code summary.deployable: true} with numbers and rows that bear it out is a
 * yes; an answer that contradicts itself, or is no answer, is an error.
 */
public final class Gate {
    private final BrokerClient broker;

    /** Asks by this client. */
    public Gate(BrokerClient broker) {
        this.broker = broker;
    }

    /**
     * The broker's answer.
     *
     * @throws BrokerException if it gives none, or none that can be trusted; {@code REJECTED} if it does not know the
     *     application or the environment
     */
    public DeploymentAnswer ask(DeploymentQuestion question) {
        String purpose = "asking whether " + question.pacticipant() + " may be "
                + (question.target() instanceof Target.MainBranch ? "merged" : "deployed");
        Hal document = broker.document(Call.get(purpose, url(question)));
        Hal summary = document.object("summary");
        List<Row> rows = document.objects("matrix").stream().map(Gate::row).toList();
        Decision decision = decision(summary);
        if (decision == Decision.YES) {
            requireBorneOut(document, summary, rows);
        }
        return new DeploymentAnswer(decision, Hal.lines(summary.text("reason")), document.notices("type"), rows);
    }

    /** The same, asked again while the answer is not known yet. */
    public DeploymentAnswer ask(DeploymentQuestion question, Patience patience) {
        DeploymentAnswer answer = ask(question);
        for (int i = 0; i < patience.retries() && answer.decision() == Decision.UNKNOWN; i++) {
            broker.pause("waiting for verification results", patience.interval());
            answer = ask(question);
        }
        return answer;
    }

    private static Decision decision(Hal summary) {
        JsonNode deployable = summary.tree().path("deployable");
        if (deployable.isNull()) {
            return Decision.UNKNOWN;
        }
        return summary.flag("deployable") ? Decision.YES : Decision.NO;
    }

    private static void requireBorneOut(Hal document, Hal summary, List<Row> rows) {
        long bad = rows.stream()
                .filter(row -> !row.ignored() && !Boolean.TRUE.equals(row.success()))
                .count();
        if (bad > 0 || count(summary, "failed") > 0 || count(summary, "unknown") > 0) {
            throw Failures.notUnderstood(
                    document.call(),
                    "it says yes, but counts results that failed or are missing, so it is not taken for a yes");
        }
    }

    private static long count(Hal summary, String member) {
        JsonNode count = summary.tree().path(member);
        if (!count.isIntegralNumber()) {
            throw Failures.notUnderstood(summary.call(), "the number " + member + " is missing");
        }
        return count.longValue();
    }

    private static Row row(Hal row) {
        JsonNode result = row.tree().path("verificationResult");
        return new Row(
                party(row.object("consumer")),
                party(row.object("provider")),
                result.isObject() ? (Boolean) row.object("verificationResult").flag("success") : null,
                result.isObject() ? result(row.object("verificationResult")) : null,
                row.tree().path("ignored").asBoolean(false));
    }

    private static @Nullable URI result(Hal result) {
        return result.has("self") ? result.link("self") : null;
    }

    private static Party party(Hal party) {
        return new Party(
                Visible.text(party.text("name")),
                Optional.ofNullable(party.tree().path("version").path("number").textValue())
                        .map(Visible::text)
                        .orElse(null));
    }

    private URI url(DeploymentQuestion question) {
        boolean plain = question.ignored().stream().allMatch(ignored -> ignored.version() == null);
        Map<String, String> variables = new HashMap<>();
        variables.put("pacticipant", question.pacticipant());
        if (plain && question.version() instanceof Version.Exact version) {
            variables.put("version", version.number());
            if (question.target() instanceof Target.Environment environment) {
                variables.put("environment", environment.name());
                return withIgnored(
                        broker.link("pb:can-i-deploy-pacticipant-version-to-environment", variables), question);
            }
            if (question.target() instanceof Target.Tag tag) {
                variables.put("tag", tag.name());
                return withIgnored(broker.link("pb:can-i-deploy-pacticipant-version-to-tag", variables), question);
            }
        }
        return broker.below("/matrix?" + String.join("&", matrix(question)));
    }

    private static URI withIgnored(URI url, DeploymentQuestion question) {
        StringBuilder text = new StringBuilder(url.toString());
        question.ignored().forEach(ignored -> text.append('&').append(pair("ignore[]", ignored.pacticipant())));
        return URI.create(text.toString());
    }

    /** No link leads to the matrix; this is what the broker's own command line asks. */
    private static List<String> matrix(DeploymentQuestion question) {
        List<String> query = new ArrayList<>();
        query.add(pair("q[][pacticipant]", question.pacticipant()));
        if (question.version() instanceof Version.Exact version) {
            query.add(pair("q[][version]", version.number()));
        } else if (question.version() instanceof Version.Latest latest) {
            query.add("q[][latest]=true");
            if (latest.branch() != null) {
                query.add(pair("q[][branch]", latest.branch()));
            }
            if (latest.tag() != null) {
                query.add(pair("q[][tag]", latest.tag()));
            }
        }
        Target target = question.target();
        if (target instanceof Target.Environment environment) {
            // by provider version: by pair alone, a failure with an older version that is still deployed would be
            // hidden
            query.add("latestby=cvpv");
            query.add(pair("environment", environment.name()));
        } else {
            query.add("latestby=cvp");
            query.add("latest=true");
            query.add(target instanceof Target.Tag tag ? pair("tag", tag.name()) : "mainBranch=true");
        }
        for (DeploymentQuestion.Ignored ignored : question.ignored()) {
            query.add(pair("ignore[][pacticipant]", ignored.pacticipant()));
            if (ignored.version() != null) {
                query.add(pair("ignore[][version]", ignored.version()));
            }
        }
        return query;
    }

    private static String pair(String name, String value) {
        return name + "=" + UriTemplate.encoded(value);
    }
}
