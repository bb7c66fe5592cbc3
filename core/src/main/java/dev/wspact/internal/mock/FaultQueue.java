package dev.wspact.internal.mock;

import dev.wspact.mock.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait for a connection. Any thread may call. */
final class FaultQueue {
    private final List<Waiting> waiting = new ArrayList<>();

    synchronized void add(Fault fault, int connections) {
        waiting.add(new Waiting(fault, connections));
    }

    /** The status to refuse the next handshake with; null if no fault says so. */
    synchronized @Nullable Integer refusal() {
        for (Waiting next : waiting) {
            if (next.fault instanceof Fault.RefuseHandshake refusal) {
                use(next);
                return refusal.status();
            }
        }
        return null;
    }

    /** What goes wrong on the next connection. */
    synchronized Misbehavior misbehavior() {
        Misbehavior misbehavior = new Misbehavior();
        for (Waiting next : List.copyOf(waiting)) {
            if (!(next.fault instanceof Fault.RefuseHandshake)) {
                misbehavior.add(next.fault);
                use(next);
            }
        }
        return misbehavior;
    }

    private void use(Waiting used) {
        used.connections--;
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            if (all.next().connections == 0) {
                all.remove();
            }
        }
    }

    private static final class Waiting {
        private final Fault fault;
        private int connections;

        private Waiting(Fault fault, int connections) {
            this.fault = fault;
            this.connections = connections;
        }
    }
}
