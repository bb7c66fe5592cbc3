package dev.wspact.internal.reporting;

import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Result files: one JSON document a contract (docs/result.schema.json), and JUnit XML beside it. */
public final class ResultFiles {
    private ResultFiles() {}

    /** Writes one JSON file and one JUnit XML file a contract into the directory, which is created; returns the JSON files. */
    public static List<Path> write(VerificationResult result, Path directory) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** The results of all files in the directory, in the order of their names. */
    public static List<ContractResult> read(Path directory) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }
}
