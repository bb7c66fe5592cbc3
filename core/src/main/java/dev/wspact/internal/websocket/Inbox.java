package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hand-over point between the thread of the connections, which only appends and never waits, and the verifying thread, which
 * takes all that has come in one go, in the batches in which it came: waking a thread and taking a lock for each message would cost more than reading it.
 * Has a capacity in bytes: whoever appends asks whether it is full, and is told when there is room again, so that the server
 * can be made to wait. What has been taken and not yet handed out can be as much again; but a message that is larger than all
 * that is done with before there is room for another.
 */
final class Inbox {
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private Queue<Queue<SessionEvent>> entries = new ArrayDeque<>(1);
    private long bytes;
    private boolean full;
    private boolean discarding;
    private @Nullable SessionEvent end;
    private Runnable room = () -> {};

    /** Of the thread that takes. */
    private Queue<Queue<SessionEvent>> taken = new ArrayDeque<>(1);

    private Queue<SessionEvent> current = new ArrayDeque<>(1);

    private boolean owesRoom;

    /** An inbox that is full when the events in it are as large as the capacity, in bytes. */
    Inbox(long capacity) {
        this.capacity = capacity;
    }

    /** What to do when it was full and has been emptied; called by the thread that takes. */
    void whenRoom(Runnable action) {
        lock.lock();
        try {
            room = action;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends events, also some too many, and wakes whoever waits for them; drops them if nobody will take them any more.
     *
     * @param events at least one; the inbox's own from now on
     * @param size all of them together
     * @return for how many bytes there is room; if 0, nothing more should be put until the inbox says that there is room
     */
    long put(Queue<SessionEvent> events, long size) {
        lock.lock();
        try {
            if (discarding || end != null) {
                return capacity;
            }
            entries.add(events);
            bytes += size;
            full |= bytes >= capacity;
            arrived.signal();
            return full ? 0 : capacity - bytes;
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

    /** Empties it and drops what comes from now on. For the thread that takes. */
    void discard() {
        taken.clear();
        current.clear();
        Runnable told;
        lock.lock();
        try {
            discarding = true;
            entries.clear();
            told = tellOfRoom();
        } finally {
            lock.unlock();
        }
        told.run();
    }

    /** The next event, waiting for it until the deadline; null if there is none. The last one is returned for ever. */
    @Nullable
    SessionEvent next(Deadline deadline) throws InterruptedException {
        SessionEvent next = nextTaken();
        return next == null ? take(deadline) : next;
    }

    private @Nullable SessionEvent nextTaken() {
        SessionEvent next = current.poll();
        if (next != null || taken.isEmpty()) {
            return next;
        }
        current = taken.remove();
        return current.poll();
    }

    private @Nullable SessionEvent take(Deadline deadline) throws InterruptedException {
        payRoom();
        SessionEvent last;
        Runnable told;
        lock.lockInterruptibly();
        try {
            if (!await(deadline)) {
                return null;
            }
            Queue<Queue<SessionEvent>> all = entries;
            entries = taken;
            taken = all;
            owesRoom = full && bytes > 2 * capacity;
            told = owesRoom ? () -> {} : tellOfRoom();
            last = end;
        } finally {
            lock.unlock();
        }
        told.run();
        SessionEvent next = nextTaken();
        return next == null ? last : next;
    }

    /** Everything taken is done with, since the next is asked for. */
    private void payRoom() {
        if (!owesRoom) {
            return;
        }
        owesRoom = false;
        Runnable told;
        lock.lock();
        try {
            told = tellOfRoom();
        } finally {
            lock.unlock();
        }
        told.run();
    }

    private boolean await(Deadline deadline) throws InterruptedException {
        while (entries.isEmpty() && end == null) {
            long left = deadline.remainingNanos();
            if (left == 0) {
                return false;
            }
            arrived.awaitNanos(left);
        }
        return true;
    }

    /** Whom to tell that there is room; to be done without the lock. */
    private Runnable tellOfRoom() {
        bytes = 0;
        if (!full) {
            return () -> {};
        }
        full = false;
        return room;
    }
}
