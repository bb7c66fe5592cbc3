package dev.wspact.planted.internal.anywhere;

final class Prints {
    void shout() {
        System.out.println("here");
    }
}
