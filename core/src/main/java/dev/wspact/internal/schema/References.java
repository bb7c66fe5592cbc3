package dev.wspact.internal.schema;

import java.util.Locale;

/** Texts for references that cannot be followed. */
final class References {
    private References() {}

    /**
     * The error for a reference.
     *
     * @param pointer where it stands
     * @param reference as it is written
     * @param address the absolute address that it means
     */
    static InvalidSchemaException leadsNowhere(String pointer, String reference, String address) {
        String scheme = reference.startsWith("#") ? "" : scheme(reference.contains(":") ? reference : address);
        String quoted = "\"" + reference + "\"";
        return switch (scheme) {
            case "http", "https" ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " leads to the network, where nothing is ever fetched from",
                        "Save that schema beside the contract, under $defs or in a file of its own, and refer to it there");
            case "", "wspact", "urn" ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " leads nowhere",
                        "Refer to a schema that exists, such as #/$defs/name, or define this one");
            default ->
                new InvalidSchemaException(
                        pointer,
                        "the reference " + quoted + " has the scheme " + scheme + ":, which is never followed",
                        "Refer to the schema by a path relative to the file that the reference stands in");
        };
    }

    private static String scheme(String address) {
        return address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT);
    }
}
