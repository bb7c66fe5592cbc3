package dev.wspact.hostile;

import java.util.Arrays;
import java.util.List;

/** Something that a hostile server does. Each kind is an enum, so that {@link #all} forgets none of them. */
sealed interface Behavior
        permits HandshakeFields,
                HandshakeStatuses,
                HandshakeStreams,
                FrameHeads,
                FrameOrder,
                CloseFrames,
                Endings,
                Texts,
                Amounts,
                Compression,
                TlsFailures,
                Proxies,
                FollowedRedirects,
                SlowReaders {
    /** The enum constant's name. */
    String name();

    /** What it does, and what must come of it. */
    Offense offense();

    /** The name, with its kind. */
    default String fullName() {
        return getClass().getSimpleName() + "." + name();
    }

    /** Every behavior there is, kind by kind. */
    static List<Behavior> all() {
        return Arrays.stream(Behavior.class.getPermittedSubclasses())
                .flatMap(kind -> Arrays.stream(kind.getEnumConstants()))
                .map(Behavior.class::cast)
                .toList();
    }
}
