package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.maven.Outcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeFilesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void gives_back_what_was_written_last(Kind kind) throws IOException {
        OutcomeFiles files = files("today");
        files.write("a", new Outcome(Kind.STARTED, ""));
        files.write("a", new Outcome(kind, "two\nlines → \"and\" = more\\"));

        assertThat(files.ofThisBuild("a")).contains(new Outcome(kind, "two\nlines → \"and\" = more\\"));
        assertThat(files.ofThisBuild("b")).isEmpty();
        assertThat(files.ofAnyBuild()).hasSize(1);
    }

    @Test
    void an_old_success_does_not_pass_for_a_new_one() throws IOException {
        files("yesterday").write("a", new Outcome(Kind.PASSED, ""));

        assertThat(files("today").ofThisBuild("a")).isEmpty();
        assertThat(files("today").ofAnyBuild()).containsExactly(new Outcome(Kind.PASSED, ""));
    }

    @Test
    void an_execution_of_any_name_stays_in_the_directory() throws IOException {
        OutcomeFiles files = files("today");
        files.write("../../x/*:ü", new Outcome(Kind.PASSED, ""));

        assertThat(files.ofThisBuild("../../x/*:ü")).contains(new Outcome(Kind.PASSED, ""));
        assertThat(files.ofAnyBuild()).hasSize(1);
    }

    @Test
    void without_a_directory_there_is_no_outcome() throws IOException {
        assertThat(files("today").ofAnyBuild()).isEmpty();
    }

    @Test
    void a_file_that_is_no_outcome_is_no_success() throws IOException {
        Files.createDirectories(directory.resolve("outcomes"));
        Files.writeString(directory.resolve("outcomes").resolve("a.properties"), "kind=fine\nbuild=today");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> files("today").ofThisBuild("a"))
                .withMessage("\"fine\" is no outcome of a verification");
    }

    private OutcomeFiles files(String build) {
        return new OutcomeFiles(directory.resolve("outcomes"), build);
    }
}
