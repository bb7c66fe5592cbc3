package dev.wspact.internal.verification;

import dev.wspact.internal.json.TreeSize;
import dev.wspact.internal.matching.XmlSize;
import dev.wspact.message.CapturedMessage;
import dev.wspact.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Keeps a message from being judged that would fill the heap: that must end in a verdict, never in an error of the JVM. */
final class MemoryGuard {
    private static final long MEBIBYTE = 1 << 20;

    private final long heap;
    private final boolean readsXml;

    /**
     * A guard of a heap.
     *
     * @param heap to how many bytes it may grow
     * @param readsXml whether messages are compared as XML, too
     */
    MemoryGuard(long heap, boolean readsXml) {
        this.heap = heap;
        this.readsXml = readsXml;
    }

    /** Why the message cannot be judged; null if it can. */
    Verdict.@Nullable Errored tooLarge(CapturedMessage message) {
        long json = TreeSize.of(message.payload());
        long needed = readsXml ? Math.max(json, XmlSize.of(message.payload())) : json;
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
