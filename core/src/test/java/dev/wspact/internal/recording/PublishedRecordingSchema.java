package dev.wspact.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.time.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds the lines of a recording to the schema that users are given. */
public final class PublishedRecordingSchema {
    private PublishedRecordingSchema() {}

    /** What docs/recording.schema.json has against the lines of a file. */
    public static List<String> violations(Path recording) {
        List<String> violations = new ArrayList<>();
        try {
            MessageSchema schema = MessageSchema.compile(
                    StrictJson.read(Files.readString(Path.of("..", "docs", "recording.schema.json"))));
            List<String> lines = Files.readAllLines(recording);
            assertThat(lines).isNotEmpty();
            for (String line : lines) {
                schema.validate(StrictJson.read(line), Deadline.after(Duration.ofSeconds(10)))
                        .forEach(violation -> violations.add(line + ": " + violation));
            }
        } catch (Exception e) {
            throw new AssertionError("the schema or the recording cannot be read", e);
        }
        return violations;
    }
}
