package dev.wspact.junit5.planted.hen;

import dev.wspact.junit5.planted.egg.Egg;

public final class Hen {
    public Egg lay() {
        return new Egg();
    }
}
