package dev.wspact.internal.mock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pushes of one connection that the client has not shown to have taken. A push is taken once the operating system has
 * it and something has come from the client after it: best of all the pong to the ping behind it. Confined to the journal's
 * lock.
 */
final class Deliveries {
    /** A client that answers nothing is not sent without end. */
    private static final int MOST = 10_000;

    private final Consumer<Part.Push> taken;
    private final List<Delivery> open = new ArrayList<>();
    private long probes;
    private long answered;

    Deliveries(Consumer<Part.Push> taken) {
        this.taken = taken;
    }

    /** A ping is about to be sent, behind a push or alone; its number goes with it. */
    long probe() {
        return ++probes;
    }

    /** A push is about to be sent, with this ping behind it. */
    void begun(Part.Push part, long probe) {
        if (open.size() < MOST) {
            open.add(new Delivery(part, probe));
        }
    }

    /** The operating system has the push before this ping. */
    void written(long probe) {
        open.stream().filter(delivery -> delivery.probe == probe).forEach(delivery -> delivery.written = true);
        settle();
    }

    /** Something has come from the client that is no pong to one of our pings. */
    void sign() {
        open.forEach(delivery -> delivery.sign = true);
        settle();
    }

    /** The pong to one of our pings has come; what was sent after that ping is not known to have arrived. */
    void pong(long probe) {
        answered = Math.max(answered, probe);
        open.stream().filter(delivery -> delivery.probe <= probe).forEach(delivery -> delivery.sign = true);
        settle();
    }

    /** Whether a push is being handed to the operating system. */
    boolean isWriting() {
        return open.stream().anyMatch(delivery -> !delivery.written);
    }

    /** Whether the client has answered this ping, or a later one. */
    boolean hasAnswered(long probe) {
        return answered >= probe;
    }

    private void settle() {
        for (Iterator<Delivery> deliveries = open.iterator(); deliveries.hasNext(); ) {
            Delivery delivery = deliveries.next();
            if (delivery.written && delivery.sign) {
                deliveries.remove();
                taken.accept(delivery.part);
            }
        }
    }

    private static final class Delivery {
        private final Part.Push part;
        private final long probe;
        private boolean written;
        private boolean sign;

        private Delivery(Part.Push part, long probe) {
            this.part = part;
            this.probe = probe;
        }
    }
}
