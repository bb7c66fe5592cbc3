package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.PacticipantVersion;
import java.util.HashMap;
import java.util.Map;

/** Versions of applications: their branch, tags and build. All that is said here may be said again. */
public final class Versions {
    private final BrokerClient broker;

    /** Speaks by this client. */
    public Versions(BrokerClient broker) {
        this.broker = broker;
    }

    /** Makes the broker know a version with all that is known of it; creates what does not exist. */
    public void record(PacticipantVersion version) {
        if (version.buildUrl() != null) {
            ObjectNode body = BrokerClient.object();
            body.put("buildUrl", version.buildUrl().toString());
            put("recording the build of", "pb:pacticipant-version", version, Map.of(), body);
        }
        recordBranchAndTags(version);
        if (version.buildUrl() == null
                && version.branch() == null
                && version.tags().isEmpty()) {
            put("creating", "pb:pacticipant-version", version, Map.of(), BrokerClient.object());
        }
    }

    /** The branch first: a provider's results count for its branch only if the version was on it when they came. */
    void recordBranchAndTags(PacticipantVersion version) {
        String branch = version.branch();
        if (branch != null) {
            put(
                    "recording branch " + branch + " of",
                    "pb:pacticipant-branch-version",
                    version,
                    Map.of("branch", branch),
                    BrokerClient.object());
        }
        version.tags().forEach(tag -> putTag(version, tag));
    }

    /**
     * Gives a version a tag.
     *
     * @param create whether the version is created if the broker does not know it
     * @throws BrokerException {@code NOT_FOUND} if the broker does not know it, and it is not to be created
     */
    public void tag(PacticipantVersion version, String tag, boolean create) {
        if (!create) {
            document(version);
        }
        putTag(version, tag);
    }

    private void putTag(PacticipantVersion version, String tag) {
        put(
                "tagging with " + tag + " the",
                "pb:pacticipant-version-tag",
                version,
                Map.of("tag", tag),
                BrokerClient.object());
    }

    private void put(
            String doing, String relation, PacticipantVersion version, Map<String, String> variables, ObjectNode body) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("pacticipant", version.pacticipant());
        all.put("version", version.number());
        broker.done(Call.put(doing + " " + shown(version), broker.link(relation, all), body));
    }

    /** What the broker knows of a version. */
    Hal document(PacticipantVersion version) {
        Answer answer = broker.send(Call.get(
                "looking up " + shown(version),
                broker.link(
                        "pb:pacticipant-version",
                        Map.of("pacticipant", version.pacticipant(), "version", version.number()))));
        if (answer.isNotFound()) {
            throw new BrokerException(
                    Kind.NOT_FOUND,
                    answer.call().shown() + ": the broker knows no version " + version.number() + " of "
                            + version.pacticipant(),
                    "Publish the pacts or results of this version first, or correct its name");
        }
        return answer.document();
    }

    private static String shown(PacticipantVersion version) {
        return "version " + version.number() + " of " + version.pacticipant();
    }
}
