package dev.wspact.maven;

import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Target;
import dev.wspact.broker.DeploymentQuestion.Version;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker whether a version may be deployed, and fails the build unless the answer is a clear yes. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "can-i-deploy", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class CanIDeployMojo extends GateMojo {
    /**
     * The environment to deploy to. One of {@code toEnvironment}, {@code toTag} and {@code toMainBranch} is required.
     *
     * @since 0.1
     */
    @Parameter(property = "toEnvironment")
    private @Nullable String toEnvironment;

    /**
     * Instead of an environment: the latest versions with this tag.
     *
     * @since 0.1
     */
    @Parameter(property = "toTag")
    private @Nullable String toTag;

    /**
     * Instead of an environment: the latest versions on everybody's main branch.
     *
     * @since 0.1
     */
    @Parameter(property = "toMainBranch", defaultValue = "false")
    private boolean toMainBranch;

    /**
     * Instead of a version: {@code true} for the latest, or a tag for the latest with this tag. It may be another one by the
     * time it is deployed.
     *
     * @since 0.1
     */
    @Parameter(property = "latest")
    private @Nullable String latest;

    /**
     * Instead of a version: the latest on this branch. It may be another one by the time it is deployed.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.branch")
    private @Nullable String branch;

    @Override
    DeploymentQuestion question() {
        return new DeploymentQuestion(requirePacticipant(), which(), target(), ignored());
    }

    private Version which() {
        boolean newest = set(latest) && !"false".equalsIgnoreCase(latest);
        if (!newest && !set(branch)) {
            return version();
        }
        if (versionIsSet()) {
            throw new BadOptionException(
                    "pacticipantVersion is set, and so is latest or wspact.branch. Keep one of them: the version.");
        }
        String tag = newest && !"true".equalsIgnoreCase(latest) ? latest : null;
        return new Version.Latest(set(branch) ? branch : null, tag);
    }

    private Target target() {
        List<Target> targets = new ArrayList<>();
        if (toEnvironment != null && set(toEnvironment)) {
            targets.add(new Target.Environment(toEnvironment.strip()));
        }
        if (toTag != null && set(toTag)) {
            targets.add(new Target.Tag(toTag.strip()));
        }
        if (toMainBranch) {
            targets.add(new Target.MainBranch());
        }
        if (targets.size() != 1) {
            throw new BadOptionException(
                    (targets.isEmpty() ? "Nowhere to deploy to" : "More than one place to deploy to")
                            + ". Say one: -DtoEnvironment=production, or -DtoTag=prod, or -DtoMainBranch.");
        }
        return targets.get(0);
    }

    private static boolean set(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
