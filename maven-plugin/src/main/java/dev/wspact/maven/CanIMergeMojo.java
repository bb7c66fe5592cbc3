package dev.wspact.maven;

import dev.wspact.broker.DeploymentQuestion;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Asks the broker whether a version goes with the latest versions on everybody's main branch, and fails the build unless the
 * answer is a clear yes. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "can-i-merge", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class CanIMergeMojo extends GateMojo {
    @Override
    DeploymentQuestion question() {
        return new DeploymentQuestion(
                requirePacticipant(), version(), new DeploymentQuestion.Target.MainBranch(), ignored());
    }
}
