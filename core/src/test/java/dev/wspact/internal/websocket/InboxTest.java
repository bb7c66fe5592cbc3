package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
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
        inbox.put(message("a"), 1);
        inbox.put(message("b"), 1);
        inbox.end(CLOSED);
        inbox.end(new SessionEvent.Abandoned("late", "none", Duration.ZERO));
        inbox.put(message("after the end"), 1);

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
    void says_when_it_is_full_and_when_half_of_it_is_empty_again() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);

        assertThat(inbox.put(message("a"), 6)).isTrue();
        assertThat(inbox.put(message("b"), 4)).isFalse();
        assertThat(inbox.put(message("one too many is taken"), 1)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(told).as("told while the first is still being judged").hasValue(0);
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
        assertThat(told).hasValue(1);
        assertThat(inbox.next(PASSED)).isEqualTo(message("one too many is taken"));
        assertThat(told).as("told once").hasValue(1);
    }

    @Test
    void stays_full_until_it_has_told_that_there_is_room() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);
        inbox.put(message("a"), 2);
        inbox.put(message("b"), 8);

        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(inbox.put(message("c"), 1)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
        assertThat(told).hasValue(0);
        assertThat(inbox.next(PASSED)).isEqualTo(message("c"));
        assertThat(told).hasValue(1);
        assertThat(inbox.put(message("d"), 1)).isTrue();
    }

    @Test
    void a_message_larger_than_the_inbox_fills_it_until_the_next_is_asked_for() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);

        assertThat(inbox.put(message("a"), 1_000)).isFalse();
        assertThat(inbox.next(PASSED)).isEqualTo(message("a"));
        assertThat(told).hasValue(0);
        assertThat(inbox.next(PASSED)).isNull();
        assertThat(told).hasValue(1);
    }

    @Test
    void there_is_room_for_ever_when_nobody_takes_any_more() throws Exception {
        AtomicInteger told = new AtomicInteger();
        inbox.whenRoom(told::incrementAndGet);
        inbox.put(message("a"), 1_000);
        inbox.discard();

        assertThat(told).hasValue(1);
        assertThat(inbox.put(message("dropped"), 1_000)).isTrue();
        assertThat(inbox.next(PASSED)).isNull();
    }

    private static SessionEvent message(String text) {
        return new SessionEvent.Arrived(
                new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, new Payload.Text(text)));
    }
}
