package dev.wspact.junit5.planted.internal;

import dev.wspact.junit5.planted.NotFinal;

final class KnowsItsUser {
    NotFinal user() {
        return new NotFinal();
    }
}
