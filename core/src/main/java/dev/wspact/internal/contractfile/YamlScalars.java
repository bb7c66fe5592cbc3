package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted word of YAML means: the core schema of YAML 1.2 (section 10.3.2), in which {@code no}, {@code on},
 * {@code 1:30} and dates are strings. Numbers that YAML 1.1 reads otherwise, and those that JSON does not have, mean
 * nothing.
 */
final class YamlScalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,999})");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,999}|[0-9]{1,999}(\\.[0-9]{0,999})?)([eE][-+]?[0-9]{1,9})?");
    private static final Pattern UNCLEAR =
            Pattern.compile("[-+]?(0[0-9]+|0[xob][0-9a-fA-F_]+|[0-9][0-9_]*_[0-9_]*|[0-9]{1000,})"
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private YamlScalars() {}

    /** The value of an unquoted word; null if it is a number to one reader and something else to another. */
    static @Nullable JsonNode value(String plain) {
        if (NULL.contains(plain)) {
            return JSON.nullNode();
        }
        if (TRUE.contains(plain) || FALSE.contains(plain)) {
            return JSON.booleanNode(TRUE.contains(plain));
        }
        if (UNCLEAR.matcher(plain).matches()) {
            return null;
        }
        if (INTEGER.matcher(plain).matches()) {
            return integer(new BigInteger(plain));
        }
        return DECIMAL.matcher(plain).matches() ? DecimalNode.valueOf(new BigDecimal(plain)) : JSON.textNode(plain);
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }
}
