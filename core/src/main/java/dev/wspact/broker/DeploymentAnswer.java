package dev.wspact.broker;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The broker's answer to a {@link DeploymentQuestion}.
 *
 * @param decision yes, no, or not known yet
 * @param reason the broker's words for it
 * @param notices what the broker wants people to read
 * @param rows what the decision was made from; empty where there is nobody to depend on
 */
public record DeploymentAnswer(Decision decision, String reason, List<Notice> notices, List<Row> rows) {
    /** Copies the lists. */
    public DeploymentAnswer {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(reason, "reason");
        notices = List.copyOf(notices);
        rows = List.copyOf(rows);
    }

    /** Whether the version may be deployed. */
    public boolean deployable() {
        return decision == Decision.YES;
    }

    /** What the broker can say. */
    public enum Decision {
        /** All that is required is verified and successful. */
        YES,
        /** Something failed, or the version is not known. */
        NO,
        /** A result that is required is missing, and may still come. */
        UNKNOWN
    }

    /**
     * One pact between two versions.
     *
     * @param consumer the consumer and its version
     * @param provider the provider and its version
     * @param success what the verification came to; null if there was none
     * @param result where the result is; null if there is none, or the broker has not said
     * @param ignored whether it does not count
     */
    public record Row(
            Party consumer, Party provider, @Nullable Boolean success, @Nullable URI result, boolean ignored) {
        /** Rejects missing parts. */
        public Row {
            Objects.requireNonNull(consumer, "consumer");
            Objects.requireNonNull(provider, "provider");
        }
    }

    /**
     * An application and its version.
     *
     * @param name the application
     * @param version its version; null where none has verified the pact
     */
    public record Party(String name, @Nullable String version) {
        /** Rejects a missing name. */
        public Party {
            Objects.requireNonNull(name, "name");
        }
    }
}
