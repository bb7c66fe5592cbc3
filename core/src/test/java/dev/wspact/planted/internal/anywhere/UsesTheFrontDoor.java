package dev.wspact.planted.internal.anywhere;

import dev.wspact.planted.Door;

final class UsesTheFrontDoor {
    void knock() {
        Door.open();
    }
}
