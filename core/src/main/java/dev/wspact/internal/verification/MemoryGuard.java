package dev.wspact.internal.verification;

import dev.wspact.internal.json.TreeSize;
import dev.wspact.message.CapturedMessage;
import dev.wspact.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Keeps a message from being judged that would fill the heap: that must end in a verdict, never in an error of the JVM. */
final class MemoryGuard {
    private static final long MEBIBYTE = 1 << 20;

    private final long heap;

    /** A guard of a heap that may grow to so many bytes. */
    MemoryGuard(long heap) {
        this.heap = heap;
    }

    /** Why the message cannot be judged; null if it can. */
    Verdict.@Nullable Errored tooLarge(CapturedMessage message) {
        long needed = TreeSize.of(message.payload());
        // the rest is for the message itself, the one that comes behind it, and whatever else the JVM does
        if (needed <= heap / 8 * 3) {
            return null;
        }
        return new Verdict.Errored(
                "message " + message.position() + " has " + message.payload().sizeInBytes()
                        + " bytes and would take about " + needed / MEBIBYTE + " MiB of memory to judge, and there are "
                        + heap / MEBIBYTE + " MiB for everything",
                "give the JVM that verifies more memory (-Xmx), or let the provider send smaller messages");
    }
}
