package dev.wspact.mutants;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a contract can rely on and a server can break: the model's own members, and what stands for them in a case's name. */
final class Fields {
    /** Prefix of a case's name by the record whose components are fields. */
    private static final Map<Class<? extends Record>, String> RECORDS = Map.of(
            Channel.class, "channel.",
            Setup.class, "",
            SendStep.class, "send.",
            Receive.class, "receive.",
            MessageOrder.class, "order.",
            Expectation.Push.class, "",
            Expectation.Exchange.class, "",
            Expectation.Response.class, "response.",
            ExpectedMessage.class, "");
    /** Components under other names, or with cases of their own above. */
    private static final Map<String, String> RENAMED = Map.of(
            "send.contents", "send.content",
            "responses", "response",
            "message", "kind.handshake",
            "response.message", "response.schema",
            "contents", "rule.equality",
            "shape", "rule.type",
            "generators", "send.generators");
    /** What a server cannot break: places in files, Pact's own, and what this version does not judge. */
    private static final Set<String> NOT_BREAKABLE = Set.of("states", "metadata", "place", "heartbeat", "timestamp");

    private static final List<String> RULES = List.of(
            "equality",
            "type",
            "type-min",
            "type-max",
            "type-minmax",
            "regex",
            "include",
            "number",
            "integer",
            "decimal",
            "boolean",
            "null",
            "date",
            "time",
            "datetime",
            "timestamp",
            "semver",
            "notEmpty",
            "values",
            "eachKey",
            "eachValue",
            "arrayContains");
    private static final List<String> KEYWORDS = List.of(
            "type",
            "const",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "patternProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minProperties",
            "maxProperties",
            "not",
            "oneOf",
            "anyOf",
            "allOf",
            "dependentRequired",
            "if");

    private Fields() {}

    static Set<String> all() {
        Set<String> fields = new TreeSet<>();
        RECORDS.forEach((type, prefix) -> Stream.of(type.getRecordComponents())
                .filter(component -> !NOT_BREAKABLE.contains(component.getName()))
                .map(component -> prefix + component.getName())
                .forEach(field -> fields.add(RENAMED.getOrDefault(field, field))));
        Stream.of(MessageOrder.Rule.values()).forEach(rule -> fields.add("order.rule." + rule.word()));
        Stream.of(InteractionType.HANDSHAKE, InteractionType.CLOSE).forEach(type -> fields.add("kind." + type.word()));
        RULES.forEach(rule -> fields.add("rule." + rule));
        KEYWORDS.forEach(keyword -> fields.add("schema." + keyword));
        return fields;
    }
}
