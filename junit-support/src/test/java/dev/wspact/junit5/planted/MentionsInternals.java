package dev.wspact.junit5.planted;

import dev.wspact.junit5.planted.internal.Hidden;
import java.util.List;

public final class MentionsInternals {
    public List<Hidden> hidden() {
        return List.of();
    }
}
