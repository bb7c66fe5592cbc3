package dev.wspact.planted.internal.egg;

import dev.wspact.planted.internal.hen.Hen;

public record Egg(Hen from) {}
