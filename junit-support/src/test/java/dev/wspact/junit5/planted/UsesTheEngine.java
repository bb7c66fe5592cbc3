package dev.wspact.junit5.planted;

import dev.wspact.internal.time.Deadline;
import java.time.Duration;

final class UsesTheEngine {
    Deadline soon() {
        return Deadline.after(Duration.ZERO);
    }
}
