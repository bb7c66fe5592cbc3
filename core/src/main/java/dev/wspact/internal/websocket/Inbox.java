package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hand-over point between the thread of the connections, which only appends and never waits, and the verifying thread, which
 * only takes. Has a capacity in bytes: whoever appends asks whether it is full, and is told when there is room again, so
 * that the server can be made to wait.
 */
final class Inbox {
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private boolean full;
    private boolean discarding;
    private @Nullable SessionEvent end;
    private Runnable room = () -> {};

    /** An inbox that is full when the events in it are as large as the capacity, in bytes. */
    Inbox(long capacity) {
        this.capacity = capacity;
    }

    /** What to do when it was full and half of it is empty again; called by the thread that takes. */
    void whenRoom(Runnable action) {
        lock.lock();
        try {
            room = action;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends an event, also one too many; drops it if nobody will take it any more.
     *
     * @return false if the inbox is full now; then nothing more should be put until there is room
     */
    boolean put(SessionEvent event, long size) {
        lock.lock();
        try {
            if (discarding || end != null) {
                return true;
            }
            entries.add(new Entry(event, size));
            bytes += size;
            // stays full until whoever made the server wait has been told that there is room
            full |= bytes >= capacity;
            arrived.signal();
            return !full;
        } finally {
            lock.unlock();
        }
    }

    /** Appends the last event. Only the first end counts. */
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
        } finally {
            lock.unlock();
        }
        makeRoom();
    }

    /** The next event, waiting for it until the deadline; null if there is none. The last one is returned for ever. */
    @Nullable
    SessionEvent next(Deadline deadline) throws InterruptedException {
        // only now, since the event before is not done with until the next is asked for
        makeRoom();
        return take(deadline);
    }

    private @Nullable SessionEvent take(Deadline deadline) throws InterruptedException {
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
            return entry.event();
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() {
        Runnable action;
        lock.lock();
        try {
            if (!full || bytes > capacity / 2) {
                return;
            }
            full = false;
            action = room;
        } finally {
            lock.unlock();
        }
        action.run();
    }

    private record Entry(SessionEvent event, long size) {}
}
