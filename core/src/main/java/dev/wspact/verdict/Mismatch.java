package dev.wspact.verdict;

import dev.wspact.contract.Place;
import java.time.Duration;
import java.util.Objects;

/**
 * One reason why a provider does not honour a contract.
 *
 * @param address where it was seen and where the contract says otherwise
 * @param rule what was broken: a Pact matching rule ({@code regex}), a JSON Schema keyword ({@code schema required}), or
 *     a field of the contract ({@code frame}, {@code receive.atMost}, {@code order}, {@code status}, {@code code})
 * @param expected what the contract asks for, in words
 * @param actual what was seen, in words
 * @param remedy what to do about it
 */
public record Mismatch(Address address, String rule, String expected, String actual, String remedy) {
    /** Rejects missing parts. */
    public Mismatch {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(actual, "actual");
        Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * Where a mismatch is.
     *
     * @param connection 1-based number of the connection within the result of the contract; 0 if there was none
     * @param message 1-based number of the message among those received on the connection; 0 if it is about none
     * @param sinceOpen when the message arrived, counted from the end of the opening handshake; zero if it is about none
     * @param path path into the message, in Pact's notation ({@code $.price}); {@code $} for the whole message
     * @param contract the place in the contract
     */
    public record Address(int connection, long message, Duration sinceOpen, String path, Place contract) {
        /** Rejects missing parts. */
        public Address {
            Objects.requireNonNull(sinceOpen, "sinceOpen");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(contract, "contract");
        }
    }
}
