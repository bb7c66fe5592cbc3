package dev.wspact.internal.embeddedbroker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTimeTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void ends_the_waiting_of_its_thread() {
        ReadingTime time = ReadingTime.start(timer, Duration.ofMillis(10));
        assertThatThrownBy(() -> new CountDownLatch(1).await(60, TimeUnit.SECONDS))
                .isInstanceOf(InterruptedException.class);
        time.stop();
    }

    @Test
    void starts_again_and_leaves_the_thread_alone_once_it_was_stopped() {
        timer.setRemoveOnCancelPolicy(true);
        ReadingTime time = ReadingTime.start(timer, Duration.ofHours(1));
        time.restart();
        assertThat(timer.getQueue()).hasSize(1);
        time.stop();
        assertThat(timer.getQueue()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }
}
