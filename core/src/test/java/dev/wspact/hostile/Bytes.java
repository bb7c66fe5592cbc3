package dev.wspact.hostile;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes as they stand on the wire, written by hand. */
final class Bytes {
    private static final HexFormat HEX = HexFormat.of();

    private Bytes() {}

    /** The bytes of hex digits; spaces do not count. */
    static byte[] hex(String digits) {
        return HEX.parseHex(digits.replace(" ", ""));
    }

    /** The bytes of hex digits, and behind them the same byte so many times. */
    static byte[] hex(String digits, int repeated, int times) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(hex(digits));
        for (int i = 0; i < times; i++) {
            bytes.write(repeated);
        }
        return bytes.toByteArray();
    }
}
