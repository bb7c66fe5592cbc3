package dev.wspact.junit5.planted;

final class Sleeps {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
