package dev.wspact.planted.internal.hen;

import dev.wspact.planted.internal.egg.Egg;

public record Hen(Egg from) {}
