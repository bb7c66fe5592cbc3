package dev.wspact.broker;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * May this version be deployed there, or merged?
 *
 * @param pacticipant the application
 * @param version which version of it
 * @param target where to
 * @param ignored whose results do not count
 */
public record DeploymentQuestion(String pacticipant, Version version, Target target, List<Ignored> ignored) {
    /** Copies the list; rejects a blank name. */
    public DeploymentQuestion {
        PacticipantVersion.requireText(pacticipant, "pacticipant");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(target, "target");
        ignored = List.copyOf(ignored);
    }

    /** Which version is to be deployed. */
    public sealed interface Version {
        /**
         * This one.
         *
         * @param number the version
         */
        record Exact(String number) implements Version {
            /** Rejects a blank number. */
            public Exact {
                PacticipantVersion.requireText(number, "number");
            }
        }

        /**
         * The latest, which may be another one by the time it is deployed: the broker warns of it.
         *
         * @param branch on this branch; null for any
         * @param tag with this tag; null for any
         */
        record Latest(@Nullable String branch, @Nullable String tag) implements Version {}
    }

    /** Where to. */
    public sealed interface Target {
        /**
         * An environment: the versions that are deployed or released there.
         *
         * @param name the environment's name
         */
        record Environment(String name) implements Target {
            /** Rejects a blank name. */
            public Environment {
                PacticipantVersion.requireText(name, "name");
            }
        }

        /**
         * The latest versions with a tag, as before there were environments.
         *
         * @param name the tag
         */
        record Tag(String name) implements Target {
            /** Rejects a blank name. */
            public Tag {
                PacticipantVersion.requireText(name, "name");
            }
        }

        /** The latest versions on everybody's main branch: may it be merged? */
        record MainBranch() implements Target {}
    }

    /**
     * Somebody whose results do not count.
     *
     * @param pacticipant the application
     * @param version a version of it; null for all
     */
    public record Ignored(String pacticipant, @Nullable String version) {
        /** Rejects a blank name. */
        public Ignored {
            PacticipantVersion.requireText(pacticipant, "pacticipant");
        }
    }
}
