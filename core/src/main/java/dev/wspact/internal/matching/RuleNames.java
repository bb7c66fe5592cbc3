package dev.wspact.internal.matching;

import java.util.List;

/** The names of the matching rules that are known, each in the spelling that Pact's specification has first. */
public final class RuleNames {
    /** All of them, in alphabetical order. */
    public static final List<String> ALL = List.of(
            "arrayContains",
            "boolean",
            "contentType",
            "date",
            "datetime",
            "decimal",
            "eachKey",
            "eachValue",
            "equality",
            "ignore-order",
            "include",
            "integer",
            "max",
            "min",
            "notEmpty",
            "null",
            "number",
            "regex",
            "semver",
            "time",
            "timestamp",
            "type",
            "values");

    private RuleNames() {}
}
