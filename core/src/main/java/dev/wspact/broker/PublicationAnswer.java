package dev.wspact.broker;

import java.net.URI;
import java.util.List;

/**
 * What the broker says to pacts that it has taken in.
 *
 * @param notices what it wants people to read
 * @param pacts where the pacts are now
 */
public record PublicationAnswer(List<Notice> notices, List<URI> pacts) {
    /** Copies the lists. */
    public PublicationAnswer {
        notices = List.copyOf(notices);
        pacts = List.copyOf(pacts);
    }
}
