package dev.wspact.junit5.internal.pactjvm;

import au.com.dius.pact.core.support.expressions.DataType;
import au.com.dius.pact.core.support.expressions.ExpressionParser;
import java.util.Objects;

/** Values of pact-jvm's annotations, in which {@code ${name:default}} stands for a system property. */
public final class Expressions {
    private Expressions() {}

    /** The text with its expressions replaced, as pact-jvm replaces them. */
    public static String resolved(String text) {
        return Objects.toString(new ExpressionParser().parseExpression(text, DataType.STRING), text);
    }
}
