package dev.wspact.internal.embeddedbroker.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A request that is not carried out: nothing that it wrote is kept, and the answer says why. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /** Refuses with an answer. */
    public RefusedException(Answer answer) {
        super("refused with status " + answer.status());
        this.answer = answer;
    }

    /** There is nothing here. */
    public static RefusedException notFound() {
        return new RefusedException(Answer.error(404, "The requested document was not found on this server."));
    }

    /** There is no pacticipant of this name. */
    public static RefusedException noSuch(String role, String name) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("error", "No " + role + " with name '" + name + "' found");
        return new RefusedException(Answer.document(404, document));
    }

    /** Fields of the request are wrong, and how. */
    public static RefusedException invalid(Map<String, List<String>> errors) {
        ObjectNode byField = JsonNodeFactory.instance.objectNode();
        errors.forEach((field, texts) -> texts.forEach(byField.withArray("/" + escaped(field))::add));
        return new RefusedException(
                Answer.document(400, JsonNodeFactory.instance.objectNode().set("errors", byField)));
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }

    /** One field of the request is wrong. */
    public static RefusedException invalid(String field, String problem) {
        return invalid(Map.of(field, List.of(problem)));
    }

    /** What the client gets. */
    public Answer answer() {
        return answer;
    }
}
