package dev.wspact.internal.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each element of an example a matching element of its own: a largest matching of a bipartite graph, found by
 * augmenting paths. pact-jvm tries permutations instead, which takes exponential time.
 */
final class Pairing {
    /** So many elements can be paired: an augmenting path is followed by recursion, and all answers are kept. */
    static final int MAX_ELEMENTS = 1000;

    private static final int NOBODY = -1;
    private static final byte NOT_ASKED = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final int[] ownerOf;
    private final byte[][] answers;
    private final Matches matches;
    private final List<Integer> unpaired = new ArrayList<>();

    /** Whether an element of the example matches an element of the message. */
    interface Matches {
        boolean test(int wanted, int element) throws UnjudgeableException;
    }

    /** Pairs as many as can be; neither number may be above {@link #MAX_ELEMENTS}. */
    Pairing(int wanted, int elements, Matches matches) throws UnjudgeableException {
        this.ownerOf = new int[elements];
        this.answers = new byte[wanted][elements];
        this.matches = matches;
        Arrays.fill(ownerOf, NOBODY);
        for (int i = 0; i < wanted; i++) {
            if (!findFor(i, new boolean[elements])) {
                unpaired.add(i);
            }
        }
    }

    /** The elements of the example that are left without one of their own, in order. */
    List<Integer> unpaired() {
        return unpaired;
    }

    private boolean findFor(int wanted, boolean[] asked) throws UnjudgeableException {
        for (int element = 0; element < ownerOf.length; element++) {
            if (asked[element] || !matches(wanted, element)) {
                continue;
            }
            asked[element] = true;
            if (ownerOf[element] == NOBODY || findFor(ownerOf[element], asked)) {
                ownerOf[element] = wanted;
                return true;
            }
        }
        return false;
    }

    private boolean matches(int wanted, int element) throws UnjudgeableException {
        if (answers[wanted][element] == NOT_ASKED) {
            answers[wanted][element] = matches.test(wanted, element) ? YES : NO;
        }
        return answers[wanted][element] == YES;
    }
}
