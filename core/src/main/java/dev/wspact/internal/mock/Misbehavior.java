package dev.wspact.internal.mock;

import dev.wspact.mock.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The faults of one connection, and which of them are due. Any thread may call. */
final class Misbehavior {
    private final List<Due> due = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private boolean duplicates;
    private boolean reorders;
    private int fragmentBytes = Integer.MAX_VALUE;
    private boolean silent;
    private boolean deaf;

    /** Adds a fault; messages count from now. */
    synchronized void add(Fault fault) {
        if (fault instanceof Fault.DropConnection drop) {
            due.add(new Due(fault, drop.afterMessages()));
        } else if (fault instanceof Fault.CloseConnection close) {
            due.add(new Due(fault, close.afterMessages()));
        } else if (fault instanceof Fault.GoSilent silence) {
            due.add(new Due(fault, silence.afterMessages()));
        } else if (fault instanceof Fault.SendGarbage garbage) {
            due.add(new Due(fault, garbage.afterMessages()));
        } else if (fault instanceof Fault.StopReading stop) {
            due.add(new Due(fault, stop.afterMessages()));
        } else {
            begin(fault);
            due.add(new Due(fault, 0));
        }
    }

    /** A message is about to be sent: what the client answers to the last one before it must not be read any more. */
    synchronized void messageBegins() {
        deaf |= due.stream().anyMatch(next -> next.fault instanceof Fault.StopReading && next.messages <= 1);
    }

    /** A message has been sent. */
    synchronized void messageSent() {
        due.forEach(fault -> fault.messages--);
    }

    /** Whether the connection is dropped after the next message. */
    synchronized boolean dropsAfterNext() {
        return due.stream().anyMatch(next -> next.fault instanceof Fault.DropConnection && next.messages <= 1);
    }

    /** The faults that are due now, each once; those that only change how messages are sent are already at work. */
    synchronized List<Fault> takeDue() {
        List<Fault> now = new ArrayList<>();
        for (Iterator<Due> faults = due.iterator(); faults.hasNext(); ) {
            Due fault = faults.next();
            if (fault.messages <= 0) {
                faults.remove();
                now.add(fault.fault);
                begin(fault.fault);
            }
        }
        return now;
    }

    private void begin(Fault fault) {
        if (fault instanceof Fault.Delay by) {
            delay = by.by();
        } else if (fault instanceof Fault.Duplicate) {
            duplicates = true;
        } else if (fault instanceof Fault.Reorder) {
            reorders = true;
        } else if (fault instanceof Fault.Fragment fragment) {
            fragmentBytes = fragment.bytes();
        } else if (fault instanceof Fault.GoSilent) {
            silent = true;
        } else if (fault instanceof Fault.StopReading) {
            deaf = true;
        }
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized boolean duplicates() {
        return duplicates;
    }

    synchronized boolean reorders() {
        return reorders;
    }

    /** The most bytes of payload in a fragment. */
    synchronized int fragmentBytes() {
        return fragmentBytes;
    }

    /** Whether nothing is sent any more. */
    synchronized boolean silent() {
        return silent;
    }

    /** Whether nothing is read any more. */
    synchronized boolean deaf() {
        return deaf;
    }

    private static final class Due {
        private final Fault fault;
        private int messages;

        private Due(Fault fault, int messages) {
            this.fault = fault;
            this.messages = messages;
        }
    }
}
