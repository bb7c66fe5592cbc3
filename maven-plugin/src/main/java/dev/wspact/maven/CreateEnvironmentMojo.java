package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.Environment;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates an environment in the broker, to which versions can then be deployed. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "create-environment", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class CreateEnvironmentMojo extends BrokerGoalMojo {
    /**
     * The environment's name, without spaces. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.environment")
    private @Nullable String environment;

    /**
     * Its name for people. The name by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.displayName")
    private @Nullable String displayName;

    /**
     * Whether real users use it.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.production", defaultValue = "false")
    private boolean production;

    @Override
    void run(PactBroker broker) {
        String name = RequiredOption.of(environment, "environment", "wspact.environment");
        broker.createEnvironment(new Environment(name, displayName == null ? name : displayName, production));
        getLog().info("Created the environment %s.".formatted(name));
    }
}
