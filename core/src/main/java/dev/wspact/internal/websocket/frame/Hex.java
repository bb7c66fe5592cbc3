package dev.wspact.internal.websocket.frame;

import java.util.HexFormat;

/** Bytes as people who look at a wire write them. */
final class Hex {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    static String of(byte... bytes) {
        return SPACED.formatHex(bytes);
    }
}
