package dev.wspact.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.Strictness;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One directory of the suite.
 *
 * @param contracts the contracts of pact.json
 * @param frames frames.json, what the server sends
 * @param expect expect.json, what must come of it
 */
record ConformanceCase(List<Contract> contracts, JsonNode frames, JsonNode expect) {
    /** Only a case that fails waits for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    static ConformanceCase read(Path directory) throws Exception {
        return new ConformanceCase(
                ContractFiles.read(directory.resolve("pact.json")),
                StrictJson.read(Files.readString(directory.resolve("frames.json"))),
                StrictJson.read(Files.readString(directory.resolve("expect.json"))));
    }

    boolean ok() {
        return expect.get("ok").booleanValue();
    }

    boolean pending() {
        return !expect.path("pendingErrors").isEmpty();
    }

    List<String> states() {
        return stream(expect.path("states")).map(JsonNode::textValue).toList();
    }

    /** The paths of all mismatches that the suite names. */
    List<String> paths() {
        return stream(expect.path("mismatches"))
                .map(mismatch -> mismatch.get(0).textValue())
                .toList();
    }

    /**
     * Verifies a server that sends the frames: all on one connection where they have the names of interactions, otherwise
     * one after the other, since each is a variant of one message.
     */
    List<VerificationResult> verify(List<ProviderState> states) throws Exception {
        if (named()) {
            return List.of(verify(stream(frames).toList(), states));
        }
        List<VerificationResult> results = new ArrayList<>();
        for (JsonNode frame : frames) {
            results.add(verify(List.of(frame), states));
        }
        return results;
    }

    private boolean named() {
        var descriptions = contracts.stream()
                .flatMap(contract -> contract.interactions().stream())
                .map(interaction -> interaction.description())
                .collect(Collectors.toSet());
        return stream(frames)
                .allMatch(frame -> descriptions.contains(frame.get("name").textValue()));
    }

    private VerificationResult verify(List<JsonNode> sent, List<ProviderState> states) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> play(peer, sent))) {
            VerificationOptions options = VerificationOptions.of(server.uri("/"))
                    .timeout(TIMEOUT)
                    .strictness(new Strictness(false, expect.path("strictKeys").booleanValue(), false))
                    .stateHandler(state -> {
                        states.add(state);
                        return Map.of();
                    })
                    .build();
            return ProviderVerifier.of(options).verify(contracts);
        }
    }

    private static void play(Connection peer, List<JsonNode> sent) throws Exception {
        peer.accept();
        for (JsonNode frame : sent) {
            String data = frame.get("data").textValue();
            if (frame.get("kind").textValue().equals("text")) {
                peer.text(data);
            } else {
                peer.binary(Base64.getDecoder().decode(data));
            }
        }
        peer.closeWhenAsked();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
