package dev.wspact.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** The server's side of the opening handshake, for clients that mean well. */
final class Upgrade {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String END = "\r\n\r\n";

    private Upgrade() {}

    /** The head of a request. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END) < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the request ends in its head");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    /** Whether a head is whole. */
    static boolean whole(String head) {
        return head.endsWith(END);
    }

    /** The value of a query parameter of the request. */
    static int parameter(String head, String name) {
        String target = head.substring(head.indexOf('?') + 1, head.indexOf(" HTTP/"));
        for (String pair : target.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Integer.parseInt(pair.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + head);
    }

    /** The answer that accepts. */
    static byte[] answer(String head) {
        int name = head.toLowerCase(Locale.ROOT).indexOf("sec-websocket-key:");
        String key = head.substring(name + "sec-websocket-key:".length(), head.indexOf('\r', name))
                .strip();
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accept(key) + END)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
