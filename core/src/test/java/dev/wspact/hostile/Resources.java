package dev.wspact.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds: threads, and sockets, selectors and pipes (on Linux; elsewhere they cannot be told).
 *
 * @param threads all live threads
 * @param descriptors what the descriptors lead to, such as {@code socket:[123]}
 */
record Resources(Set<Thread> threads, Set<String> descriptors) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long LONGEST_END_MILLIS = 10_000;

    /** As of now. */
    static Resources now() throws IOException {
        return new Resources(Set.copyOf(Thread.getAllStackTraces().keySet()), descriptorsNow());
    }

    /** What has come since then and is still there; threads get time to end. */
    List<String> leftSince() throws IOException, InterruptedException {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!threads.contains(thread)) {
                thread.join(LONGEST_END_MILLIS);
                if (thread.isAlive()) {
                    left.add("the thread " + thread.getName() + " is left");
                }
            }
        }
        Set<String> more = new HashSet<>(descriptorsNow());
        more.removeAll(descriptors);
        more.forEach(descriptor -> left.add("the descriptor of " + descriptor + " is left"));
        return left;
    }

    private static Set<String> descriptorsNow() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.map(Resources::target)
                    .filter(target -> target.startsWith("socket:")
                            || target.startsWith("pipe:")
                            || target.startsWith("anon_inode:"))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Nothing if it is closed in the meantime, as the one that lists the others is. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor) + " as " + descriptor.getFileName();
        } catch (IOException e) {
            return "";
        }
    }
}
