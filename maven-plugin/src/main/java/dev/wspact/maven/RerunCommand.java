package dev.wspact.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The command that runs this build again for one module, as a person would type it; secrets are left for the person to fill in. */
final class RerunCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:./,=@+-]+");
    private static final Pattern SECRET =
            Pattern.compile(".*(password|token|secret|headers|proxy|credential|username).*");

    private final List<String> words = new ArrayList<>(List.of("mvn"));

    private RerunCommand() {}

    static String of(MavenSession session, MavenProject project) {
        RerunCommand command = new RerunCommand();
        MavenExecutionRequest request = session.getRequest();
        request.getGoals().forEach(command::add);
        if (!request.getActiveProfiles().isEmpty()) {
            command.add("-P" + String.join(",", request.getActiveProfiles()));
        }
        if (session.getProjects().size() > 1 && !project.isExecutionRoot()) {
            command.add("-pl");
            command.add(":" + project.getArtifactId());
            command.add("-am");
        }
        Map<String, String> options = new TreeMap<>();
        session.getUserProperties().forEach((name, value) -> options.put(name.toString(), value.toString()));
        options.forEach(command::option);
        return String.join(" ", command.words);
    }

    /** The filters that chose this time are left out, since whoever runs it again sets his own. */
    private void option(String name, String value) {
        boolean ours = (name.startsWith("wspact.") || name.startsWith("pact.")) && !name.startsWith("pact.filter.");
        if (ours) {
            boolean secret = SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
            add("-D" + name + "=" + (secret ? "..." : value));
        }
    }

    private void add(String word) {
        words.add(PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'");
    }
}
