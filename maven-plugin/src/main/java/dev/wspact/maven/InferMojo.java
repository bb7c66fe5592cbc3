package dev.wspact.maven;

import dev.wspact.ContractDrafts;
import dev.wspact.verification.RecordingFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a contract from recordings: a JSON Schema for each type of message, for a person to tighten. Nothing that is there is
 * overwritten.
 *
 * @since 0.1
 */
@Mojo(name = "infer", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class InferMojo extends WspactMojo {
    /**
     * The recordings: files of {@code wspact:record} and {@code wspact.recordTo}, and HAR files. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.recordings")
    private List<String> recordings = List.of();

    /**
     * The consumer's name in the draft. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.consumer")
    private @Nullable String consumer;

    /**
     * The provider's name in the draft. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.provider")
    private @Nullable String provider;

    /**
     * The field that tells types of messages apart, as a member name or JSON Pointer; found in the traffic if not set.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.typeField")
    private @Nullable String typeField;

    /**
     * The directory for the draft; {@code target/wspact/draft} by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.draft")
    private @Nullable File draft;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Nothing is inferred: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        if (recordings.isEmpty()) {
            throw new MojoExecutionException(
                    "No recordings. Name them: <recordings> (-Dwspact.recordings=one.jsonl,other.har).");
        }
        Path directory =
                path(draft, buildDirectory().resolve("wspact").resolve("draft").toString());
        try {
            tell(ContractDrafts.infer(
                    recordings.stream()
                            .map(String::strip)
                            .map(baseDirectory()::resolve)
                            .toList(),
                    required("consumer", consumer),
                    required("provider", provider),
                    typeField == null ? "" : typeField,
                    directory));
        } catch (RecordingFormatException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new MojoFailureException(
                    e.getMessage() + " is there already, and somebody may have tightened it. Move it away, or set"
                            + " <draft> (-Dwspact.draft) to another directory.",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The draft cannot be written to " + directory + ": " + e + ". Make the directory writable, or set"
                            + " <draft> (-Dwspact.draft).",
                    e);
        }
    }

    private static String required(String name, @Nullable String value) throws MojoExecutionException {
        if (value == null || value.isBlank()) {
            throw new MojoExecutionException(
                    "No %1$s. A contract names both sides: <%1$s> (-Dwspact.%1$s).".formatted(name));
        }
        return value;
    }

    private void tell(ContractDrafts.Drafted drafted) {
        drafted.notes().forEach(getLog()::info);
        getLog().info("%d interactions are drafted in %s. Go through them before you rely on them."
                .formatted(drafted.interactions(), drafted.contract()));
    }
}
