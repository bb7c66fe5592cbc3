package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.core.support.BuiltToolConfig;
import java.util.regex.Pattern;

/** The command that runs one test class again, as a person would type it in the directory of its module. */
public final class RerunCommand {
    /** What failsafe runs by itself. */
    private static final Pattern INTEGRATION_TEST = Pattern.compile("IT.*|.*IT|.*ITCase");

    private RerunCommand() {}

    /** The command, for Maven or Gradle. */
    public static String of(Class<?> test) {
        if (BuiltToolConfig.INSTANCE.getPactDirectory().startsWith("build")) {
            return "gradle test --tests " + test.getName();
        }
        return INTEGRATION_TEST.matcher(test.getSimpleName()).matches()
                ? "mvn verify -Dit.test=" + test.getSimpleName()
                : "mvn test -Dtest=" + test.getSimpleName();
    }
}
