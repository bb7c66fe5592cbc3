package dev.wspact.broker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Who the broker is told that we are. Sent with every request, before it asks. No text shows a secret. */
public sealed interface BrokerCredentials {
    /** Name of the header field. */
    String headerName();

    /** Value of the header field: a secret. */
    String headerValue();

    /**
     * Name and password by the scheme Basic (RFC 7617).
     *
     * @param user the name
     * @param password the password
     */
    record Basic(String user, String password) implements BrokerCredentials {
        /** Rejects what the scheme cannot carry. */
        public Basic {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            if (user.contains(":")) {
                throw new IllegalArgumentException("the broker's user has a colon in it, which Basic cannot carry");
            }
        }

        @Override
        public String headerName() {
            return "Authorization";
        }

        @Override
        public String headerValue() {
            return "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }

        /** Leaves out the password. */
        @Override
        public String toString() {
            return "Basic[user=" + user + "]";
        }
    }

    /**
     * A token by the scheme Bearer (RFC 6750), as PactFlow wants it.
     *
     * @param token the token
     * @param headerName name of the header field, {@code Authorization} unless a gateway wants another
     */
    record Bearer(String token, String headerName) implements BrokerCredentials {
        /** Rejects a token that no header field can carry. */
        public Bearer {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(headerName, "headerName");
            if (token.isBlank() || token.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
                throw new IllegalArgumentException(
                        "the broker's token is empty, or has spaces or characters in it that a header field cannot carry");
            }
        }

        /** A token in the header field {@code Authorization}. */
        public Bearer(String token) {
            this(token, "Authorization");
        }

        @Override
        public String headerValue() {
            return "Bearer " + token;
        }

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "Bearer[headerName=" + headerName + "]";
        }
    }
}
