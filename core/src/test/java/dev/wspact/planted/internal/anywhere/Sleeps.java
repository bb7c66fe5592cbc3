package dev.wspact.planted.internal.anywhere;

final class Sleeps {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
