package dev.wspact.planted;

import dev.wspact.planted.internal.hen.Hen;
import java.util.List;

public final class MentionsTheEngine {
    public void feed(List<? extends Hen> hens) {
        hens.clear();
    }
}
