package dev.wspact.hostile;

import dev.wspact.message.CloseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What must come of a hostile server.
 *
 * @param verdict the verdict's word
 * @param words what the text for the user must have, anywhere
 * @param recorded the close codes that the record may have; empty if there must be none
 * @param heard the close codes that the server may have heard from the client; {@link #NOTHING} for none
 */
record Expected(String verdict, List<String> words, Set<Integer> recorded, Set<Integer> heard) {
    /** Heard by a server to which the client sent no close frame. */
    static final int NOTHING = -1;

    private static final Set<Integer> SILENCE = Set.of(NOTHING);

    /** The contract is honored, and the client says goodbye with 1000. */
    static Expected passed(String... words) {
        return new Expected("passed", List.of(words), Set.of(CloseStatus.NORMAL), Set.of(CloseStatus.NORMAL));
    }

    /** The server breaks the protocol, and the client fails the connection. */
    static Expected violation(int code, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("frames as RFC 6455 has them", "bytes: ", "mend how price-feed writes frames"));
        return new Expected("failed", all, Set.of(code), Set.of(code));
    }

    /** The handshake is answered, but not as the consumer relies on; there never is a connection. */
    static Expected rejected(String... words) {
        return new Expected("failed", List.of(words), Set.of(), SILENCE);
    }

    /** There is no answer to judge. */
    static Expected unreachable(String... words) {
        return new Expected("errored", List.of(words), Set.of(), SILENCE);
    }

    /** The connection ends before the tick. */
    static Expected ended(int recorded, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(recorded == CloseStatus.ABNORMAL ? "broke off without a close (1006)" : "closed the connection");
        return new Expected("not-seen", all, Set.of(recorded), SILENCE);
    }

    /** The tick does not come in time, and the client says goodbye with 1000. */
    static Expected notSeen(String... words) {
        return new Expected("not-seen", List.of(words), Set.of(CloseStatus.NORMAL), Set.of(CloseStatus.NORMAL));
    }

    /** The client gives up, and says so with a close code. */
    static Expected givenUp(int code, String... words) {
        return new Expected("errored", List.of(words), Set.of(code), Set.of(code));
    }

    /** The same, but the server hears one of these. */
    Expected hearing(int... codes) {
        return new Expected(
                verdict, words, recorded, IntStream.of(codes).boxed().collect(Collectors.toUnmodifiableSet()));
    }
}
