package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes JSON in one form only: members in alphabetical order, two spaces, a final newline, and numbers that every
 * other tool reads and writes without changing them.
 */
public final class CanonicalJson {
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final int DIGITS_OF_A_DOUBLE = 17;
    private static final int DIGITS_OF_LARGEST = 20;
    private static final ObjectWriter WRITER = writer();

    private CanonicalJson() {}

    private static ObjectWriter writer() {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(twoSpaces);
        printer.indentArraysWith(twoSpaces);
        return JsonMapper.builder().build().writer(printer);
    }

    /** A tree in canonical order as text, with a final newline. */
    public static String write(JsonNode canonical) {
        try {
            return WRITER.writeValueAsString(canonical) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON values cannot be written", e);
        }
    }

    /**
     * A copy with members in alphabetical order, and integral decimals as integers.
     *
     * @throws InexactNumberException if there is an integer outside −2⁶³…2⁶⁴−1, or a decimal that changes when it is
     *     read as a double and written in its shortest form
     */
    public static JsonNode canonical(JsonNode value) throws InexactNumberException {
        if (value.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (var member : sorted.entrySet()) {
                copy.set(member.getKey(), part(member.getValue(), member.getKey()));
            }
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(value.size());
            for (int i = 0; i < value.size(); i++) {
                copy.add(part(value.get(i), Integer.toString(i)));
            }
            return copy;
        }
        return value.isNumber() ? number(value) : value;
    }

    private static JsonNode part(JsonNode value, String name) throws InexactNumberException {
        try {
            return canonical(value);
        } catch (InexactNumberException e) {
            throw e.below(name);
        }
    }

    private static JsonNode number(JsonNode value) throws InexactNumberException {
        BigDecimal decimal = value.decimalValue().stripTrailingZeros();
        boolean integral = decimal.scale() <= 0;
        if (integral ? !isInRange(decimal) : !isExact(decimal)) {
            throw new InexactNumberException("", value.toString());
        }
        return integral
                ? JsonNodeFactory.instance.numberNode(decimal.toBigIntegerExact())
                : DecimalNode.valueOf(decimal);
    }

    private static boolean isInRange(BigDecimal integer) {
        // the number of digits first: written out, 1e999999999 would fill the heap
        return (long) integer.precision() - integer.scale() <= DIGITS_OF_LARGEST
                && integer.toBigIntegerExact().compareTo(SMALLEST) >= 0
                && integer.toBigIntegerExact().compareTo(LARGEST) <= 0;
    }

    private static boolean isExact(BigDecimal decimal) {
        double nearest = decimal.doubleValue();
        return !Double.isInfinite(nearest) && shortest(nearest).compareTo(decimal) == 0;
    }

    /** The decimal with the fewest digits that is read as this double; Double.toString of JDK 17 does not always find it. */
    public static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
            // at a power of two the nearest decimal may be read as the double below, and the next one as this one
            for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded;
                }
            }
        }
        return exact.round(new MathContext(DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN));
    }
}
