package dev.wspact.planted;

public final class Door {
    private Door() {}

    public static void open() {}
}
