package dev.wspact.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The contract that a test's {@link dev.wspact.MockProvider} plays, in place of {@code @Pact} methods: a contract.yaml or
 * Pact file. What the test proves is written to the pact file. On a method it replaces what the class says, member by
 * member.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface WebSocketContract {
    /**
     * The file: a resource on the class path, or a path from the project's directory or from its {@code src/contracts}. May
     * be left out on a method if the class names one.
     */
    String value() default "";

    /** The provider, where the file or directory has contracts with several. */
    String provider() default "";

    /** Descriptions of the interactions that are played, each of which the test must exercise; all of them by default. */
    String[] interactions() default {};

    /**
     * Whether messages that have a JSON Schema are played in generated variants, in place of the example: every optional
     * member absent, every value of an {@code enum}, every branch of a {@code oneOf}, numbers at their bounds.
     */
    boolean variants() default false;
}
