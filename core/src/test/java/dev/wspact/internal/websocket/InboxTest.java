package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    void makes_the_writer_wait_while_it_is_full() throws Exception {
        inbox.put(message("larger than the inbox"), 1_000);
        CompletableFuture<Void> second = putLater("b");

        assertThat(second).isNotDone();
        assertThat(inbox.next(PASSED)).isEqualTo(message("larger than the inbox"));
        second.get(20, TimeUnit.SECONDS);
        assertThat(inbox.next(PASSED)).isEqualTo(message("b"));
    }

    @Test
    void a_writer_that_waits_is_let_go_when_nobody_takes_any_more() throws Exception {
        inbox.put(message("a"), 1_000);
        CompletableFuture<Void> second = putLater("b");
        inbox.discard();

        second.get(20, TimeUnit.SECONDS);
        assertThat(inbox.next(PASSED)).isNull();
    }

    private CompletableFuture<Void> putLater(String text) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread writer = new Thread(
                () -> {
                    try {
                        inbox.put(message(text), 1);
                        done.complete(null);
                    } catch (InterruptedException e) {
                        done.completeExceptionally(e);
                    }
                },
                "inbox-test-writer");
        writer.setDaemon(true);
        writer.start();
        return done;
    }

    private static SessionEvent message(String text) {
        return new SessionEvent.Arrived(
                new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, new Payload.Text(text)));
    }
}
