package dev.wspact.internal.embeddedbroker.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** A user name and a password that each request must bring (RFC 7617). */
public record Credentials(String user, String password) {
    boolean isIn(String authorization) {
        String[] parts = authorization.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].toLowerCase(Locale.ROOT).equals("basic")) {
            return false;
        }
        byte[] expected = Base64.getEncoder().encode((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        // takes the same time wherever the first difference is
        return MessageDigest.isEqual(expected, parts[1].getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
