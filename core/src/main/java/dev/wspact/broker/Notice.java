package dev.wspact.broker;

import java.util.Objects;

/**
 * Something the broker wants people to read.
 *
 * @param type how it is meant ({@code debug}, {@code info}, {@code warning}, {@code prompt}, {@code success}, {@code error},
 *     {@code danger}); for a pact to verify, when it is to be shown, such as {@code before_verification}
 * @param text the text, perhaps of several lines, with nothing in it that moves a terminal's cursor
 */
public record Notice(String type, String text) {
    /** Rejects missing parts. */
    public Notice {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }
}
