package dev.wspact.internal.reporting.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts times on a line. A long time in which nothing happens is drawn short, with a break in the line, so that what happens
 * before and after it can be told apart.
 */
final class TimeScale {
    /** The least part of all the time that may be broken. */
    private static final double LONG = 0.25;
    /** And how many times as long as the usual time between two frames it must be. */
    private static final int UNUSUAL = 5;

    private static final double BREAK = 46;

    private final double left;
    private final double perNano;
    private final List<Break> breaks;
    private final long end;

    /**
     * A scale.
     *
     * @param times in order, the first at zero or later
     * @param left where zero is
     * @param right where the last one is
     */
    TimeScale(List<Duration> times, double left, double right) {
        this.left = left;
        this.end = times.isEmpty() ? 0 : nanos(times.get(times.size() - 1));
        this.breaks = breaks(times, end);
        long active = end - breaks.stream().mapToLong(Break::length).sum();
        double width = right - left - BREAK * breaks.size();
        this.perNano = active == 0 ? 0 : width / active;
    }

    /** A time without frames. */
    record Break(long from, long to) {
        long length() {
            return to - from;
        }
    }

    /** A time on the axis, and where. */
    record Tick(Duration at, double x) {}

    private static List<Break> breaks(List<Duration> times, long end) {
        List<Break> all = new ArrayList<>();
        long before = 0;
        for (Duration time : times) {
            all.add(new Break(before, Math.max(before, nanos(time))));
            before = Math.max(before, nanos(time));
        }
        long[] lengths = all.stream().mapToLong(Break::length).sorted().toArray();
        long usual = lengths.length == 0 ? 0 : lengths[(lengths.length - 1) / 2];
        return all.stream()
                .filter(gap -> gap.length() > LONG * end && gap.length() / UNUSUAL > usual)
                .toList();
    }

    List<Break> breaks() {
        return breaks;
    }

    /** Where a time is. */
    double x(Duration time) {
        return x(nanos(time));
    }

    /** Where the middle of a break is. */
    double x(Break gap) {
        return (x(gap.from()) + x(gap.to())) / 2;
    }

    private double x(long nanos) {
        long active = nanos;
        double x = left;
        for (Break gap : breaks) {
            if (nanos >= gap.to()) {
                active -= gap.length();
                x += BREAK;
            } else if (nanos > gap.from()) {
                active -= nanos - gap.from();
                x += BREAK * (nanos - gap.from()) / gap.length();
            }
        }
        return x + active * perNano;
    }

    /** Round times on the axis, no closer to each other than that. */
    List<Tick> ticks(double apart) {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(Duration.ZERO, left));
        if (perNano == 0) {
            return ticks;
        }
        long step = round(apart / perNano);
        long from = 0;
        for (Break gap : breaks) {
            add(ticks, from, gap.from(), step, apart);
            from = gap.to();
        }
        add(ticks, from, end, step, apart);
        return ticks;
    }

    private void add(List<Tick> ticks, long from, long to, long step, double apart) {
        for (long at = from / step * step; at <= to; at += step) {
            double x = x(at);
            if (at >= from && x - ticks.get(ticks.size() - 1).x() >= apart) {
                ticks.add(new Tick(Duration.ofNanos(at), x));
            }
        }
    }

    /** The next 1, 2 or 5 with zeros. */
    private static long round(double nanos) {
        long decade = 1;
        while (decade * 10 <= nanos) {
            decade *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * decade >= nanos) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    /** No connection lasts so long that its nanoseconds are too many; a result file may say so all the same. */
    private static long nanos(Duration time) {
        return time.isNegative() ? 0 : time.toDays() > 10_000 ? Long.MAX_VALUE / 4 : time.toNanos();
    }
}
