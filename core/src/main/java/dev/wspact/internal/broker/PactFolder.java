package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.PactText;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The pact files of a build, as they are published: one text for each consumer and provider, several files merged. */
public final class PactFolder {
    private static final int DEEPEST = 10;
    private static final long MAX_BYTES = 64L << 20;

    private PactFolder() {}

    /**
     * The pacts in a file, or in the {@code .json} files of a directory and of those below it, in the order of their names.
     *
     * @return empty if a directory holds no such file
     * @throws ContractFormatException if one is no pact, or two say different things under one name
     * @throws IOException if a file cannot be read
     */
    public static List<PactText> read(Path fileOrDirectory) throws IOException {
        Map<List<String>, List<PactFile>> pairs = new LinkedHashMap<>();
        for (Path file : files(fileOrDirectory)) {
            PactFile pact = file(file);
            pairs.computeIfAbsent(List.of(pact.consumer(), pact.provider()), pair -> new ArrayList<>())
                    .add(pact);
        }
        return pairs.values().stream().map(PactMerge::of).toList();
    }

    private static List<Path> files(Path fileOrDirectory) throws IOException {
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        try (Stream<Path> files = Files.walk(fileOrDirectory, DEEPEST)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static PactFile file(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw error(file, 0, "the file is larger than " + (MAX_BYTES >> 20) + " MiB", "Split the pact");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode tree = StrictJson.read(bytes);
            String consumer = tree.path("consumer").path("name").asText("");
            String provider = tree.path("provider").path("name").asText("");
            if (consumer.isBlank() || provider.isBlank()) {
                throw error(
                        file,
                        0,
                        "this is no pact: it names no consumer or no provider",
                        "Publish a directory that holds pact files only");
            }
            if (tree.path("interactions").isEmpty() && tree.path("messages").isEmpty()) {
                throw error(file, 0, "the pact has no interactions", "Generate it again, or remove the file");
            }
            return new PactFile(file, consumer, provider, new String(bytes, StandardCharsets.UTF_8), tree);
        } catch (MalformedJsonException e) {
            throw error(file, e.line(), e.problem(), "Generate the file again, or remove it");
        }
    }

    private static ContractFormatException error(Path file, int line, String problem, String remedy) {
        return new ContractFormatException(new Place(file.toString(), "", line), problem, remedy);
    }
}
