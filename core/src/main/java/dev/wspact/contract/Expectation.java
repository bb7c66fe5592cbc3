package dev.wspact.contract;

import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must be seen on the connection that an interaction's {@link Setup} prepared. */
public sealed interface Expectation {
    /** The kind of interaction. */
    InteractionType type();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The server pushes this message ({@code Asynchronous/Messages}).
     *
     * @param message what must arrive
     * @param receive how many, by when; null if the contract does not say
     * @param order the order among several; null if not checked
     * @param heartbeat the longest time between two pings of the server; null if not checked
     * @param timestamp JSON Pointer to the sender's own time in the message, for latency; null if there is none
     */
    record Push(
            ExpectedMessage message,
            @Nullable Receive receive,
            @Nullable MessageOrder order,
            @Nullable Duration heartbeat,
            @Nullable String timestamp)
            implements Expectation {
        /** Rejects a missing message. */
        public Push {
            Objects.requireNonNull(message, "message");
        }

        /** How many messages must arrive, by when. */
        public Receive effectiveReceive() {
            return receive == null ? Receive.DEFAULT : receive;
        }

        @Override
        public InteractionType type() {
            return InteractionType.PUSH;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.push(this);
        }
    }

    /**
     * The client sends a request and every response arrives on the same connection ({@code Synchronous/Messages}).
     *
     * @param request what is sent
     * @param responses what must arrive, at least one
     * @param correlate JSON Pointer present in request and JSON responses; null to pair them by position
     */
    record Exchange(ExpectedMessage request, List<Response> responses, @Nullable String correlate)
            implements Expectation {
        /** Copies the list. */
        public Exchange {
            Objects.requireNonNull(request, "request");
            responses = List.copyOf(responses);
        }

        @Override
        public InteractionType type() {
            return InteractionType.EXCHANGE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exchange(this);
        }
    }

    /**
     * One response of an {@link Exchange}.
     *
     * @param message what must arrive
     * @param within by when, counted from the request; null for the verifier's timeout
     */
    record Response(ExpectedMessage message, @Nullable Duration within) {
        /** Rejects a missing message. */
        public Response {
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * The server answers the opening handshake like this.
     *
     * @param answer JSON contents with {@code status} and {@code headers}, matched as an ordinary body
     */
    record Handshake(ExpectedMessage answer) implements Expectation {
        /** Rejects a missing answer. */
        public Handshake {
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public InteractionType type() {
            return InteractionType.HANDSHAKE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handshake(this);
        }
    }

    /**
     * The server closes the connection like this.
     *
     * @param status JSON contents with {@code code} and perhaps {@code reason}, matched as an ordinary body
     * @param receive by when; null for the verifier's timeout
     */
    record Close(ExpectedMessage status, @Nullable Receive receive) implements Expectation {
        /** Rejects a missing status. */
        public Close {
            Objects.requireNonNull(status, "status");
        }

        @Override
        public InteractionType type() {
            return InteractionType.CLOSE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.close(this);
        }
    }

    /**
     * An interaction of the file that wspact cannot judge, such as a plain HTTP one. It is never passed over in silence.
     *
     * @param problem why it cannot be judged
     * @param remedy what to do about it
     * @param original the interaction as it stands in the file
     */
    record NotCheckable(String problem, String remedy, JsonText original) implements Expectation {
        /** Rejects missing parts. */
        public NotCheckable {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(original, "original");
        }

        @Override
        public InteractionType type() {
            return InteractionType.OTHER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notCheckable(this);
        }
    }

    /**
     * One method per kind of expectation; a new kind breaks every place that must handle it.
     *
     * @param <R> what the visitor returns
     */
    interface Visitor<R> {
        /** A pushed message. */
        R push(Push push);

        /** A request and its responses. */
        R exchange(Exchange exchange);

        /** An answer to the opening handshake. */
        R handshake(Handshake handshake);

        /** A close by the server. */
        R close(Close close);

        /** An interaction that cannot be judged. */
        R notCheckable(NotCheckable notCheckable);
    }
}
