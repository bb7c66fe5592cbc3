package dev.wspact.junit5;

import dev.wspact.mock.MockOptions;
import dev.wspact.mock.Pushes;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a test's {@link dev.wspact.MockProvider} is to behave; see {@link MockOptions}. One on the method wins. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface WebSocketMockConfig {
    /** When it pushes: by itself, or when the test calls {@code push}. */
    Pushes pushes() default Pushes.AUTOMATIC;

    /** The port that it listens on; 0 for any free one. */
    int port() default 0;

    /** The name or address of the interface that it listens on. */
    String host() default "127.0.0.1";

    /** How long it waits for a client that is still connected, in milliseconds. */
    long patienceMillis() default 2000;

    /** How long a client must have stayed before it is pushed to automatically, in milliseconds. */
    long pushDelayMillis() default 100;
}
