package dev.wspact.broker;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version that the broker knows to be deployed or released.
 *
 * @param pacticipant the application
 * @param version its version
 * @param applicationInstance which of several installations in one environment; null for the only one, and for releases
 * @param url where the record is
 */
public record RecordedVersion(String pacticipant, String version, @Nullable String applicationInstance, URI url) {
    /** Rejects missing parts. */
    public RecordedVersion {
        Objects.requireNonNull(pacticipant, "pacticipant");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(url, "url");
    }
}
