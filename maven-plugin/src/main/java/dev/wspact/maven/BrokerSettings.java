package dev.wspact.maven;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of a {@link BrokerSetting}: the goal's own parameter, or else what Pact's users have set already.
 *
 * @param names where the other names are looked up
 * @param debug told which name it was, never the value of a secret
 */
record BrokerSettings(PactNames names, Consumer<String> debug) {
    private static final Set<String> YES = Set.of("true", "1", "yes", "on");

    /** The value; null if it is set nowhere, or only to what is blank. */
    @Nullable
    String find(BrokerSetting setting, @Nullable String parameter) {
        if (parameter != null && !parameter.isBlank()) {
            tell(setting, setting.parameter(), parameter);
            return parameter.strip();
        }
        for (String name : setting.others()) {
            String value = names.find(name);
            if (value != null) {
                tell(setting, name, value);
                return value.strip();
            }
        }
        return null;
    }

    /** Whether it is set to something that means yes. */
    boolean isSet(BrokerSetting setting, boolean parameter) {
        String value = find(setting, parameter ? "true" : null);
        return value != null && YES.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Several values, separated by commas wherever they come from; empty if there is none. */
    List<String> list(BrokerSetting setting, List<String> parameter) {
        String joined = find(setting, String.join(",", parameter));
        return joined == null
                ? List.of()
                : Stream.of(joined.split(",", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private void tell(BrokerSetting setting, String name, String value) {
        debug.accept(setting.parameter() + " is taken from " + name + (setting.secret() ? "" : ": " + value));
    }
}
