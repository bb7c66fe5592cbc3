package dev.wspact.junit5.planted;

final class Prints {
    void print() {
        System.out.println("printed");
    }
}
