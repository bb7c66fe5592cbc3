package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTest {
    private static final Deadline PASSED = Deadline.after(Duration.ZERO);
    private static final SessionEvent CLOSED = new SessionEvent.Closed(new CloseStatus(1000, ""), Duration.ZERO);

    private final Inbox inbox = new Inbox(10);

    @Test
    void hands_over_in_order_and_then_the_first_end_for_ever() throws Exception {
        put(message("a"), 1);
        put(message("b"), 1);
        inbox.end(CLOSED);
        inbox.end(new SessionEvent.Abandoned("late", "none", Duration.ZERO));
        put(message("after the end"), 1);

        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
        assertThat(inbox.next(PASSED)).isSameAs(CLOSED);
        assertThat(inbox.next(PASSED)).isSameAs(CLOSED);
    }

    @Test
    void has_nothing_when_the_deadline_passes() throws Exception {
        assertThat(inbox.next(Deadline.after(Duration.ofMillis(20)))).isNull();
    }

    @Test
    void says_when_it_is_full_and_when_it_has_been_emptied() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);

        assertThat(put(message("a"), 6)).isTrue();
        assertThat(put(message("b"), 4)).isFalse();
        assertThat(put(message("one too many is taken"), 1)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(told).hasValue(1);
        assertThat(put(message("c"), 9)).as("has room again").isTrue();
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
        assertThat(inbox.next(PASSED)).isEqualTo(message("one too many is taken"));
        assertThat(inbox.next(PASSED)).isEqualTo(message("c"));
        assertThat(told).as("told once").hasValue(1);
    }

    @Test
    void what_is_put_wakes_who_waits() throws Exception {
        CompletableFuture<SessionEvent> taken = new CompletableFuture<>();
        Thread taker = new Thread(() -> {
            try {
                taken.complete(inbox.next(Deadline.after(Duration.ofSeconds(50))));
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        taker.start();
        while (taker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        put(message("a"), 1);

        assertThat(taken.get(50, TimeUnit.SECONDS)).isEqualTo(message("a"));
    }

    @Test
    void hands_out_a_batch_message_by_message() throws Exception {
        assertThat(inbox.put(new ArrayDeque<>(List.of(message("a"), message("b"))), 4))
                .as("room")
                .isEqualTo(6);
        assertThat(inbox.put(new ArrayDeque<>(List.of(message("c"))), 6))
                .as("room")
                .isZero();

        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
        assertThat(inbox.next(PASSED)).isEqualTo(message("c"));
        assertThat(inbox.next(PASSED)).isNull();
    }

    @Test
    void an_end_comes_behind_what_nobody_was_woken_for() throws Exception {
        put(message("a"), 1);
        inbox.end(CLOSED);

        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(inbox.next(PASSED)).isSameAs(CLOSED);
    }

    @Test
    void drops_what_was_taken_and_not_handed_out_when_it_is_discarded() throws Exception {
        put(message("a"), 1);
        put(message("b"), 1);

        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        inbox.discard();
        assertThat(inbox.next(PASSED)).isNull();
    }

    @Test
    void a_message_larger_than_the_inbox_fills_it_until_the_next_is_asked_for() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);

        assertThat(put(message("a"), 1_000)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(told).as("told while the message is still being judged").hasValue(0);
        assertThat(put(message("one too many is taken"), 1)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("one too many is taken"));
        assertThat(told).hasValue(1);
        assertThat(put(message("b"), 1)).isTrue();
    }

    @Test
    void there_is_room_for_ever_when_nobody_takes_any_more() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);
        put(message("a"), 1_000);
        inbox.discard();

        assertThat(told).hasValue(1);
        assertThat(put(message("dropped"), 1_000)).isTrue();
        assertThat(inbox.next(PASSED)).isNull();
    }

    private boolean put(SessionEvent event, long size) {
        return inbox.put(new ArrayDeque<>(List.of(event)), size) > 0;
    }

    private static SessionEvent message(String text) {
        return new SessionEvent.Arrived(
                new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, new Payload.Text(text)));
    }
}
