package dev.wspact.internal.mock;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.mock.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent on one connection, and when; one thread runs it. Any thread may add to it. A client that does not read
 * keeps it from writing, and then it is full one day, which ends the connection.
 */
final class Outbox implements Runnable {
    /** Messages, pings and answers that wait. */
    private static final int CAPACITY = 100_000;

    /** How long a message that is to change places waits for another. */
    private static final Duration PARTNER = Duration.ofMillis(200);

    private final FrameSender sender;
    private final Misbehavior misbehavior;
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final Runnable failed;
    private long added;
    private boolean stopped;
    private boolean ended;
    private @Nullable Message held;
    private long holds;

    /**
     * An outbox.
     *
     * @param failed told when nothing can be sent any more
     */
    Outbox(FrameSender sender, Misbehavior misbehavior, Runnable failed) {
        this.sender = sender;
        this.misbehavior = misbehavior;
        this.failed = failed;
    }

    /** Sends a message, behind all that is due. */
    void message(Payload payload) {
        add(new Message(null, 0, payload), misbehavior.delay());
    }

    /** Pushes the message of an interaction. */
    void push(Part.Push part, Duration later) {
        for (int form = 0; form < part.round(); form++) {
            add(new Message(part, form, null), later.plus(misbehavior.delay()));
        }
    }

    /** Sends a ping or a pong. */
    void control(Opcode opcode, byte[] payload) {
        add(new Control(opcode, Payload.Binary.of(payload)), Duration.ZERO);
    }

    /** Pings this often from now on. */
    void heartbeat(Duration every) {
        add(new Heartbeat(every), every);
    }

    /** Closes the connection, once all that is due is sent. */
    void close(Closing closing, Duration later) {
        add(closing, later);
    }

    /** Looks again for faults that are due. */
    void wake() {
        add(new Nothing(), Duration.ZERO);
    }

    /** Sends nothing any more, and ends the thread once it is not writing. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Waits until the thread writes nothing any more. */
    synchronized void awaitEnd(Deadline deadline) throws InterruptedException {
        while (!ended && !deadline.hasPassed()) {
            wait(deadline.remaining().toMillis() + 1);
        }
    }

    @Override
    public void run() {
        try {
            faults();
            Item item = sender.finished() ? null : next();
            while (item != null) {
                item.send(this);
                faults();
                item = sender.finished() ? null : next();
            }
        } catch (IOException e) {
            // the client has gone; what it sent before that may still prove something, so the connection is read to its
            // end
            stop();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // a fault of ours
            failed.run();
        } finally {
            synchronized (this) {
                ended = true;
                stopped = true;
                queue.clear();
                notifyAll();
            }
        }
    }

    private void add(Item item, Duration later) {
        boolean full;
        synchronized (this) {
            if (stopped) {
                return;
            }
            full = queue.size() >= CAPACITY;
            if (!full) {
                added++;
                queue.add(new Due(System.nanoTime() + later.toNanos(), added, item));
                notifyAll();
            }
        }
        if (full) {
            failed.run();
        }
    }

    private synchronized @Nullable Item next() {
        boolean interrupted = false;
        try {
            while (!stopped) {
                Due first = queue.peek();
                long nanos = first == null ? Long.MAX_VALUE : first.nanos - System.nanoTime();
                if (first != null && nanos <= 0) {
                    queue.remove();
                    return first.item;
                }
                try {
                    if (first == null) {
                        wait();
                    } else {
                        wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
                    }
                } catch (InterruptedException e) {
                    // only stop() ends this thread
                    interrupted = true;
                }
            }
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void faults() throws IOException {
        for (Fault fault : misbehavior.takeDue()) {
            sender.fault(fault);
        }
    }

    private void deliver(Message message) throws IOException {
        Message before = held;
        Message made = sender.made(message);
        if (misbehavior.reorders() && before == null) {
            held = made;
            holds++;
            add(new Release(holds), PARTNER);
            return;
        }
        held = null;
        sender.message(made);
        if (before != null) {
            faults();
            sender.message(before);
        }
    }

    private void release(long hold) throws IOException {
        Message message = held;
        if (message != null && hold == holds) {
            held = null;
            sender.message(message);
        }
    }

    /** Something to do. */
    private interface Item {
        void send(Outbox outbox) throws IOException;
    }

    /**
     * A message to send.
     *
     * @param part whose push it is; null for an answer
     * @param form which of the forms of a push
     * @param payload what is sent; null for a push that is not made yet
     */
    record Message(Part.@Nullable Push part, int form, @Nullable Payload payload) implements Item {
        @Override
        public void send(Outbox outbox) throws IOException {
            outbox.deliver(this);
        }
    }

    private record Release(long hold) implements Item {
        @Override
        public void send(Outbox outbox) throws IOException {
            outbox.release(hold);
        }
    }

    private record Control(Opcode opcode, Payload.Binary payload) implements Item {
        @Override
        public void send(Outbox outbox) throws IOException {
            outbox.sender.control(opcode, payload.toBytes());
        }
    }

    private record Heartbeat(Duration every) implements Item {
        @Override
        public void send(Outbox outbox) throws IOException {
            outbox.sender.control(Opcode.PING, new byte[0]);
            outbox.heartbeat(every);
        }
    }

    /**
     * The end of a connection.
     *
     * @param status with this code and reason; {@link CloseStatus#ABNORMAL} breaks it off
     * @param part the interaction that says so; null if none does
     */
    record Closing(CloseStatus status, Part.@Nullable Close part) implements Item {
        @Override
        public void send(Outbox outbox) throws IOException {
            outbox.sender.close(this);
        }
    }

    private record Nothing() implements Item {
        @Override
        public void send(Outbox outbox) {
            // the faults are looked at after every item
        }
    }

    private record Due(long nanos, long number, Item item) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.signum(nanos - other.nanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
