package dev.wspact.internal.matching;

import dev.wspact.contract.Contents;
import dev.wspact.message.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies Pact generators to what is sent. */
public final class Generation {
    private Generation() {}

    /**
     * The contents with generated values in place.
     *
     * @param generators Pact's object, {@code {"body": {"$.id": {"type": "ProviderState", …}}}}
     * @param stateValues values that provider states returned, and the states' parameters
     * @throws UnjudgeableException if a generator is unknown, or needs a value that no provider state returned
     */
    public static Contents apply(Contents contents, JsonText generators, Map<String, @Nullable Object> stateValues)
            throws UnjudgeableException {
        throw new UnsupportedOperationException("not yet");
    }
}
