package dev.wspact.internal.verification;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.Locale;

/** Values as people read them. */
final class Words {
    private static final int LONGEST = 120;

    private Words() {}

    /** {@code 250 ms}, {@code 5 s}, {@code 1.5 s}. */
    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** A payload cut to a line's length. */
    static String of(Payload payload) {
        return payload instanceof Payload.Text text ? shortened(text.value()) : payload.toString();
    }

    /** A close as a clause: {@code the server closed the connection with 4001 "expired"}. */
    static String of(CloseStatus close) {
        return close.code() == CloseStatus.ABNORMAL
                ? "the connection broke off without a close (1006)"
                : "the server closed the connection with " + close;
    }

    /** {@code 1 message}, {@code 3 messages}. */
    static String messages(long count) {
        return count == 1 ? "1 message" : count + " messages";
    }

    /** At most a line of the text; never cuts a surrogate pair in two. */
    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
