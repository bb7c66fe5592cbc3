package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hand-over point between the connection's thread, which only appends, and the verifying thread, which only takes.
 * Bounded in bytes: while it is full the connection's thread waits and reads nothing, so that TCP makes the server wait.
 */
final class Inbox {
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private boolean discarding;
    private @Nullable SessionEvent end;

    /** An inbox that takes in a new event as long as those in it are smaller than the capacity, in bytes. */
    Inbox(long capacity) {
        this.capacity = capacity;
    }

    /** Appends an event, waiting for room; drops it if nobody will take it any more. */
    void put(SessionEvent event, long size) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (bytes >= capacity && !discarding) {
                taken.await();
            }
            if (discarding || end != null) {
                return;
            }
            entries.add(new Entry(event, size));
            bytes += size;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Appends the last event, without waiting. Only the first end counts. */
    void end(SessionEvent last) {
        lock.lock();
        try {
            if (end == null) {
                end = last;
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the last event is in. */
    boolean ended() {
        lock.lock();
        try {
            return end != null;
        } finally {
            lock.unlock();
        }
    }

    /** Empties it and drops what comes from now on. */
    void discard() {
        lock.lock();
        try {
            discarding = true;
            entries.clear();
            bytes = 0;
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, waiting for it until the deadline; null if there is none. The last one is returned for ever. */
    @Nullable
    SessionEvent next(Deadline deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (entries.isEmpty() && end == null) {
                long left = deadline.remainingNanos();
                if (left == 0) {
                    return null;
                }
                arrived.awaitNanos(left);
            }
            Entry entry = entries.poll();
            if (entry == null) {
                return end;
            }
            bytes -= entry.size();
            taken.signal();
            return entry.event();
        } finally {
            lock.unlock();
        }
    }

    private record Entry(SessionEvent event, long size) {}
}
