package dev.wspact.junit5;

import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class of a consumer whose tests talk to a {@link dev.wspact.MockProvider} over a WebSocket: short for {@link
 * PactConsumerTestExt} and {@link WebSocketConsumerTestExt}. Tests in it that are about HTTP say so by {@code
 * @PactTestFor(providerType = ProviderType.SYNCH)}.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith({PactConsumerTestExt.class, WebSocketConsumerTestExt.class})
public @interface WebSocketConsumerTest {
    /** The provider's name, where neither {@code @Pact} nor {@code @PactTestFor} says one. */
    String provider() default "";
}
