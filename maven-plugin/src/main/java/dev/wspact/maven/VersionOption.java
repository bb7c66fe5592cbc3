package dev.wspact.maven;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Version, branch and build of an application, as they are set, or else as the CI system and Git know them.
 *
 * @param settings where values are looked up
 * @param build what the CI system and Git know
 */
record VersionOption(BrokerSettings settings, CiBuild build) {
    /**
     * The version: as it is set, or else the commit, or else that of the POM, if there is one.
     *
     * @throws BadOptionException if none of them is known
     */
    String number(BrokerSetting setting, @Nullable String parameter, MavenProject project) {
        String set = settings.find(setting, parameter);
        if (set != null) {
            return set;
        }
        String commit = build.commit();
        if (commit != null) {
            return commit;
        }
        // without a POM Maven makes one up, with the version 1
        if (project.getBasedir() == null) {
            throw new BadOptionException(
                    "No version: neither is it set, nor is a commit known, and there is no POM. Say it: -D"
                            + setting.property() + "=….");
        }
        return project.getVersion();
    }

    /** The branch: as it is set, or else as it is known; null if it is not. */
    @Nullable
    String branch(BrokerSetting setting, @Nullable String parameter) {
        String set = settings.find(setting, parameter);
        return set == null ? build.branch() : set;
    }

    /** Page of the build: as it is set, or else as it is known; null if it is not. */
    @Nullable
    URI buildUrl(BrokerSetting setting, @Nullable String parameter) {
        String set = settings.find(setting, parameter);
        String text = set == null ? build.buildUrl() : set;
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text);
            if (url.isAbsolute()) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below, as what has no scheme
            return wrong(setting, text);
        }
        return wrong(setting, text);
    }

    private static URI wrong(BrokerSetting setting, String text) {
        throw new BadOptionException("%s is \"%s\", which is not a URL. Write the whole URL of the build's page."
                .formatted(setting.property(), text));
    }
}
