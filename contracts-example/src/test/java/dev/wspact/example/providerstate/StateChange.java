package dev.wspact.example.providerstate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to change the state, as Pact's verifiers write it. */
record StateChange(String state, @Nullable Map<String, Object> params, @Nullable String action) {
    @Override
    public Map<String, Object> params() {
        return params == null ? Map.of() : params;
    }

    boolean tearsDown() {
        return "teardown".equals(action);
    }
}
