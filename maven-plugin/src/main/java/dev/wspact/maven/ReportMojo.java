package dev.wspact.maven;

import dev.wspact.Reports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one page for a browser about all results that {@code verify} has left in this project and its modules. It is a
 * report of {@code mvn site} too. It judges nothing: that is {@code check}'s.
 *
 * @since 0.1
 */
@Mojo(name = "report", requiresProject = false, aggregator = true, threadSafe = true, requiresOnline = false)
public final class ReportMojo extends WspactMojo implements MavenReport {
    private static final String NAME = "wspact-report";

    /**
     * Directories with result files. {@code target/wspact/results} of this project and of all its modules by default, and
     * the directories of their executions.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.results")
    private List<File> results = List.of();

    /**
     * Where the page {@code wspact-report.html} goes. {@code target/wspact} by default; {@code mvn site} puts it into the
     * site.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.reportDirectory")
    private @Nullable File reportDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("No report is written: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        try {
            Path file = getReportOutputDirectory().toPath().resolve(NAME + ".html");
            List<Path> directories = directories();
            if (Reports.read(directories).isEmpty()) {
                throw new MojoFailureException("There are no results to report on in "
                        + shown(directories) + ". Run wspact:verify first, or say where its results are with <results>"
                        + " (-Dwspact.results).");
            }
            int contracts = Reports.html(directories, file);
            getLog().info("%s (%d %s)".formatted(file, contracts, contracts == 1 ? "contract" : "contracts"));
        } catch (IOException e) {
            throw new MojoExecutionException("The report cannot be written: " + e.getMessage(), e);
        }
    }

    /** What versions of the site plugin before 3.20 call. The sink is for reports that Maven lays out itself. */
    @Override
    @SuppressWarnings("deprecation") // the interface's only form that all of them know
    public void generate(org.codehaus.doxia.sink.Sink sink, Locale locale) throws MavenReportException {
        writePage();
    }

    /**
     * What versions from 3.20 on call: their interface has this form only, and the one that is compiled against only the other.
     */
    public void generate(org.apache.maven.doxia.sink.Sink sink, Locale locale) throws MavenReportException {
        writePage();
    }

    private void writePage() throws MavenReportException {
        try {
            Reports.html(directories(), getReportOutputDirectory().toPath().resolve(NAME + ".html"));
        } catch (IOException e) {
            throw new MavenReportException("The report cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public String getOutputName() {
        return NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "WebSocket contracts";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What consumers rely on, and what was seen of it over a real WebSocket.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        reportDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportDirectory == null ? buildDirectory().resolve("wspact").toFile() : reportDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }

    /** A module without contracts has no page in its site. */
    @Override
    public boolean canGenerateReport() {
        try {
            return skippedBy().isEmpty() && !Reports.read(directories()).isEmpty();
        } catch (IOException e) {
            getLog().warn("No report of WebSocket contracts: " + e.getMessage());
            return false;
        }
    }

    private List<Path> directories() throws IOException {
        List<Path> directories = new ArrayList<>();
        if (results.isEmpty()) {
            directories.addAll(ResultDirectories.of(resultsBelow(buildDirectory())));
            for (MavenProject module : modules()) {
                directories.addAll(ResultDirectories.of(
                        resultsBelow(Path.of(module.getBuild().getDirectory()))));
            }
        }
        for (File directory : results) {
            directories.addAll(ResultDirectories.of(directory.toPath()));
        }
        return directories;
    }

    private List<MavenProject> modules() {
        Path base = baseDirectory();
        return session().getProjects().stream()
                .filter(module -> module.getBasedir() != null)
                .filter(module -> module.getBasedir().toPath().startsWith(base)
                        && !module.getBasedir().toPath().equals(base))
                .toList();
    }

    private static Path resultsBelow(Path build) {
        return build.resolve("wspact").resolve("results");
    }

    private String shown(List<Path> directories) {
        if (!directories.isEmpty()) {
            return String.join(", ", directories.stream().map(Path::toString).toList());
        }
        return results.isEmpty()
                ? resultsBelow(buildDirectory()).toString() + " and those of the modules"
                : String.join(", ", results.stream().map(File::toString).toList());
    }
}
