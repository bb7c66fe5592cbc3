package dev.wspact.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state that the provider must be in (Pact specification, "Provider States").
 *
 * @param name the state's name
 * @param params its parameters as Java values: {@code String}, {@code Long} or {@code BigInteger}, {@code BigDecimal},
 *     {@code Boolean}, {@code List}, {@code Map} or null
 */
public record ProviderState(String name, Map<String, @Nullable Object> params) {
    /** Copies the parameters, keeping their order. */
    public ProviderState {
        Objects.requireNonNull(name, "name");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A state without parameters. */
    public static ProviderState named(String name) {
        return new ProviderState(name, Map.of());
    }
}
