package dev.wspact.internal.websocket.frame;

/**
 * What a {@link MessageReader} takes from the other side before it gives up.
 *
 * @param messageBytes payload of a message on the wire, over all its fragments
 * @param fragmentsPerMessage fragments, empty ones included
 * @param controlFramesPerSecond pings, pongs and closes
 * @param inflatedBytes a compressed message after inflating
 */
public record ReaderLimits(long messageBytes, int fragmentsPerMessage, int controlFramesPerSecond, long inflatedBytes) {
    /** 16 MiB, 65,536 fragments, 1,000 control frames a second, 16 MiB. */
    public static final ReaderLimits DEFAULT = new ReaderLimits(16 << 20, 1 << 16, 1_000, 16 << 20);

    /** The longest byte array that every JVM can make, which no message can exceed. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** Rejects what is not positive, and messages that no array can hold. */
    public ReaderLimits {
        if (messageBytes <= 0 || fragmentsPerMessage <= 0 || controlFramesPerSecond <= 0 || inflatedBytes <= 0) {
            throw new IllegalArgumentException("each limit must be at least 1");
        }
        if (messageBytes > LONGEST_ARRAY || inflatedBytes > LONGEST_ARRAY) {
            throw new IllegalArgumentException("a message cannot be larger than " + LONGEST_ARRAY + " bytes");
        }
    }

    /** The default for all but the size of a message, which holds before and after inflating. */
    public static ReaderLimits ofMessageBytes(long bytes) {
        return new ReaderLimits(bytes, DEFAULT.fragmentsPerMessage, DEFAULT.controlFramesPerSecond, bytes);
    }
}
