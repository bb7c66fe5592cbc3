package dev.wspact.hostile;

import java.util.List;
import java.util.Set;

/** Verifies hostile servers one after the other; run in a JVM of its own, whose heap is the point. */
public final class HostileRun {
    private HostileRun() {}

    /**
     * Prints a finding a line.
     *
     * @param args full names of behaviors, or their beginnings; none for all
     */
    public static void main(String[] args) throws Exception {
        warmUp();
        List<String> wanted = List.of(args);
        for (Behavior behavior : Behavior.all()) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(behavior.fullName()::startsWith)) {
                System.out.println(Trial.of(behavior).line());
            }
        }
    }

    /** Loads what is loaded once and stays: classes from jars, and the descriptors that the JDK keeps. */
    private static void warmUp() throws Exception {
        for (Behavior behavior : Set.of(HandshakeStreams.INTERIM_ANSWER, FrameHeads.MASKED, TlsFailures.NOT_TRUSTED)) {
            Trial.of(behavior);
        }
    }
}
