package dev.wspact.internal.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The order of characters in labels of a name that has some from right to left (RFC 5893, section 2). */
final class BidiRule {
    private static final byte LEFT = Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    private static final byte RIGHT = Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    private static final byte ARABIC = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    private static final byte NUMBER = Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    private static final byte ARABIC_NUMBER = Character.DIRECTIONALITY_ARABIC_NUMBER;
    private static final byte MARK = Character.DIRECTIONALITY_NONSPACING_MARK;
    private static final Set<Byte> NEUTRAL = Set.of(
            NUMBER,
            MARK,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
            Character.DIRECTIONALITY_OTHER_NEUTRALS,
            Character.DIRECTIONALITY_BOUNDARY_NEUTRAL);

    private BidiRule() {}

    /** Whether the label makes its name one that the rule is about. */
    static boolean isRightToLeft(String label) {
        return label.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction -> direction == RIGHT || direction == ARABIC || direction == ARABIC_NUMBER);
    }

    static boolean isObeyedBy(String label) {
        List<Byte> directions =
                label.codePoints().mapToObj(Character::getDirectionality).collect(Collectors.toList());
        if (directions.isEmpty()) {
            return false;
        }
        byte first = directions.get(0);
        if (first == LEFT) {
            return isObeyedBy(directions, Set.of(LEFT), Set.of(LEFT, NUMBER));
        }
        return (first == RIGHT || first == ARABIC)
                && isObeyedBy(
                        directions, Set.of(RIGHT, ARABIC, ARABIC_NUMBER), Set.of(RIGHT, ARABIC, NUMBER, ARABIC_NUMBER))
                && !(directions.contains(NUMBER) && directions.contains(ARABIC_NUMBER));
    }

    private static boolean isObeyedBy(List<Byte> directions, Set<Byte> allowed, Set<Byte> last) {
        int end = directions.size() - 1;
        while (directions.get(end) == MARK) {
            end--;
        }
        return last.contains(directions.get(end))
                && directions.stream()
                        .allMatch(direction -> allowed.contains(direction) || NEUTRAL.contains(direction));
    }
}
