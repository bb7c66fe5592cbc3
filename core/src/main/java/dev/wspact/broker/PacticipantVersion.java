package dev.wspact.broker;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of an application, as its build knows it.
 *
 * @param pacticipant the application's name in the broker
 * @param number the version, unique for each commit: a commit's hash, or something with it
 * @param branch the branch of the version control system; null if it is not known
 * @param tags the version's tags in the broker
 * @param buildUrl page of the build, absolute; null if there is none
 */
public record PacticipantVersion(
        String pacticipant, String number, @Nullable String branch, List<String> tags, @Nullable URI buildUrl) {
    /** Copies the list; rejects blank names. */
    public PacticipantVersion {
        requireText(pacticipant, "pacticipant");
        requireText(number, "number");
        if (branch != null) {
            requireText(branch, "branch");
        }
        tags = List.copyOf(tags);
        tags.forEach(tag -> requireText(tag, "tag"));
        if (buildUrl != null && !buildUrl.isAbsolute()) {
            throw new IllegalArgumentException("buildUrl is \"" + buildUrl
                    + "\", but must be a whole URL such as https://ci.example.org/builds/7");
        }
    }

    /** A version of which nothing else is known. */
    public PacticipantVersion(String pacticipant, String number) {
        this(pacticipant, number, null, List.of(), null);
    }

    static void requireText(String text, String name) {
        Objects.requireNonNull(text, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
