package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The drafts of JSON Schema that can be judged, oldest first. */
enum Draft {
    DRAFT_4(SpecificationVersion.DRAFT_4, "http://json-schema.org/draft-04/schema"),
    DRAFT_6(SpecificationVersion.DRAFT_6, "http://json-schema.org/draft-06/schema"),
    DRAFT_7(SpecificationVersion.DRAFT_7, "http://json-schema.org/draft-07/schema"),
    DRAFT_2019_09(SpecificationVersion.DRAFT_2019_09, "https://json-schema.org/draft/2019-09/schema"),
    DRAFT_2020_12(SpecificationVersion.DRAFT_2020_12, "https://json-schema.org/draft/2020-12/schema");

    private final SpecificationVersion version;
    private final String uri;

    Draft(SpecificationVersion version, String uri) {
        this.version = version;
        this.uri = uri;
    }

    /** The draft that a schema names, the newest one if it names none. */
    static Draft of(JsonNode schema) throws InvalidSchemaException {
        JsonNode named = schema.path("$schema");
        if (named.isMissingNode()) {
            return DRAFT_2020_12;
        }
        return named(named.asText(""))
                .orElseThrow(() -> new InvalidSchemaException(
                        "/$schema",
                        named + " is no draft of JSON Schema that can be judged",
                        "Use one of " + Arrays.stream(values()).map(Draft::uri).collect(Collectors.joining(", "))));
    }

    /** The draft whose meta-schema has this address, with or without an empty fragment, http or https. */
    static Optional<Draft> named(String address) {
        String plain = withoutScheme(address.endsWith("#") ? address.substring(0, address.length() - 1) : address);
        return Arrays.stream(values())
                .filter(draft -> withoutScheme(draft.uri).equals(plain))
                .findFirst();
    }

    private static String withoutScheme(String address) {
        return List.of("http://", "https://").stream()
                .filter(address::startsWith)
                .findFirst()
                .map(scheme -> address.substring(scheme.length()))
                .orElse("?" + address);
    }

    SpecificationVersion version() {
        return version;
    }

    /** The address of its meta-schema as authors write it, without a fragment. */
    String uri() {
        return uri;
    }

    boolean before(Draft other) {
        return compareTo(other) < 0;
    }

    /** The keyword that names a schema. */
    String idKeyword() {
        return this == DRAFT_4 ? "id" : "$id";
    }

    /** Whether keywords beside a {@code $ref} are ignored. */
    boolean refStandsAlone() {
        return before(DRAFT_2019_09);
    }
}
