package dev.wspact.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is checked out, read from Git's own files.
 *
 * @param commit its hash; null if nothing was committed yet
 * @param branch its branch; null if none is checked out, as in most CI systems
 */
record GitHead(@Nullable String commit, @Nullable String branch) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String BRANCHES = "refs/heads/";

    /** What is checked out where the directory is; empty if it is not below a working copy, or cannot be read. */
    static Optional<GitHead> of(Path directory) {
        for (Path place = directory.toAbsolutePath(); place != null; place = place.getParent()) {
            Path git = place.resolve(".git");
            if (Files.exists(git)) {
                try {
                    return Optional.of(read(gitDirectory(git)));
                } catch (IOException e) {
                    // as good as none: whoever needs the commit says what to do
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** In a linked working tree {@code .git} is a file that says where it is. */
    private static Path gitDirectory(Path git) throws IOException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String text = Files.readString(git).strip();
        return git.resolveSibling(text.substring(text.indexOf(':') + 1).strip());
    }

    private static GitHead read(Path git) throws IOException {
        String head = Files.readString(git.resolve("HEAD")).strip();
        if (!head.startsWith("ref:")) {
            return new GitHead(hash(head), null);
        }
        String reference = head.substring("ref:".length()).strip();
        String branch = reference.startsWith(BRANCHES) ? reference.substring(BRANCHES.length()) : null;
        return new GitHead(commit(git, reference), branch);
    }

    private static @Nullable String commit(Path git, String reference) throws IOException {
        Path shared = git.resolve("commondir");
        Path common =
                Files.exists(shared) ? git.resolve(Files.readString(shared).strip()) : git;
        Path loose = common.resolve(reference);
        if (Files.isRegularFile(loose)) {
            return hash(Files.readString(loose).strip());
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(packed)) {
            return lines.filter(line -> line.endsWith(" " + reference))
                    .map(line -> hash(line.split(" ", 2)[0]))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static @Nullable String hash(String text) {
        return HASH.matcher(text).matches() ? text : null;
    }
}
