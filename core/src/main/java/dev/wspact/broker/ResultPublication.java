package dev.wspact.broker;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of the result for one pact. */
public sealed interface ResultPublication {
    /** Name of the consumer. */
    String consumer();

    /**
     * The broker has it.
     *
     * @param consumer name of the consumer
     * @param success what was published: whether the provider honors the pact
     * @param url where the result is; null if the broker has not said
     */
    record Published(String consumer, boolean success, @Nullable URI url) implements ResultPublication {
        /** Rejects missing parts. */
        public Published {
            Objects.requireNonNull(consumer, "consumer");
        }
    }

    /**
     * It was not published, since it does not say whether the whole pact is honored.
     *
     * @param consumer name of the consumer
     * @param reason why, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    record Withheld(String consumer, String reason, String remedy) implements ResultPublication {
        /** Rejects missing parts. */
        public Withheld {
            Objects.requireNonNull(consumer, "consumer");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
