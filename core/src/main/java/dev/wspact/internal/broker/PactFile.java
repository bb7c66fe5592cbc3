package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * A pact file of a build.
 *
 * @param path where it is
 * @param consumer name of the consumer
 * @param provider name of the provider
 * @param text the file as it stands
 * @param tree the same as a tree
 */
record PactFile(Path path, String consumer, String provider, String text, JsonNode tree) {}
