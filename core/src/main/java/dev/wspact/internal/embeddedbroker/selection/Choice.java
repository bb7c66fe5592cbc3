package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.store.Environment;
import dev.wspact.internal.embeddedbroker.store.Pact;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A selector and a pact that it means.
 *
 * @param environment in which the consumer version is, if the selector asks for that
 */
record Choice(ConsumerSelector selector, Pact pact, @Nullable Environment environment) {
    static final Comparator<Choice> ORDER = Comparator.comparing(
                    (Choice choice) -> choice.selector().kind())
            .thenComparing(Choice::name)
            .thenComparing(choice -> choice.selector().consumer() == null
                    ? ""
                    : choice.selector().consumer())
            .thenComparing(choice -> choice.pact().consumerVersionId());

    private String name() {
        if (environment != null) {
            // production last
            return (environment.production() ? "1" : "0") + environment.name();
        }
        String branch = selector.branch();
        String tag = selector.tag();
        return branch != null ? branch : tag != null ? tag : "";
    }
}
