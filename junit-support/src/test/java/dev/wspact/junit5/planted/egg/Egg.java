package dev.wspact.junit5.planted.egg;

import dev.wspact.junit5.planted.hen.Hen;

public final class Egg {
    public Hen hatch() {
        return new Hen();
    }
}
