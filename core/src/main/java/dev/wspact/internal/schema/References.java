package dev.wspact.internal.schema;

import java.util.Locale;

/** Texts for references that cannot be followed. */
final class References {
    private References() {}

    static InvalidSchemaException leadsNowhere(String pointer, String reference, String address) {
        String scheme = address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT);
        String quoted = "\"" + reference + "\"";
        return switch (scheme) {
            case "http", "https" ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " leads to the network, where nothing is ever fetched from",
                        "Save that schema beside the contract, under $defs or in a file of its own, and refer to it there");
            case "file", "classpath", "jar", "resource" ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " has the scheme " + scheme + ":, which is never followed",
                        "Refer to the schema by a path relative to the file that the reference stands in");
            default ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " leads nowhere",
                        "Refer to a schema that exists, such as #/$defs/name, or define this one");
        };
    }
}
