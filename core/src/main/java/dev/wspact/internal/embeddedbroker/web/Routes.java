package dev.wspact.internal.embeddedbroker.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which handler answers which method and path. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, PathPattern pattern, String mediaType, Handler handler) {}

    /** The handler for a request, and the values of its path's variables. */
    record Found(Handler handler, Map<String, String> variables) {}

    /** Adds a route; {@code {name}} in the path stands for one segment. Of two that fit, the first one answers. */
    public Routes add(String method, String path, Handler handler) {
        routes.add(new Route(method, PathPattern.of(path), "application/json", handler));
        return this;
    }

    /** Adds a route for PATCH that reads RFC 7396 merge patches only. */
    public Routes addMergePatch(String path, Handler handler) {
        routes.add(new Route("PATCH", PathPattern.of(path), "application/merge-patch+json", handler));
        return this;
    }

    /**
     * The route for a request.
     *
     * @param contentType of the body; empty if there is none
     * @throws RefusedException with 404, 405 or 415 if there is none
     */
    Found find(String method, String rawPath, String contentType) {
        List<String> path = PathPattern.split(rawPath);
        Set<String> methods = new LinkedHashSet<>();
        boolean isWrongType = false;
        for (Route route : routes) {
            Map<String, String> variables = route.pattern().match(path).orElse(null);
            if (variables == null) {
                continue;
            }
            methods.add(route.method());
            if (route.method().equals(method)) {
                if (accepts(route, contentType)) {
                    return new Found(route.handler(), variables);
                }
                isWrongType = true;
            }
        }
        if (methods.isEmpty()) {
            throw RefusedException.notFound();
        }
        if (isWrongType) {
            throw new RefusedException(Answer.empty(415));
        }
        methods.add("OPTIONS");
        throw new RefusedException(
                Answer.empty(method.equals("OPTIONS") ? 204 : 405).with("Allow", String.join(", ", methods)));
    }

    private static boolean accepts(Route route, String contentType) {
        return switch (route.method()) {
            case "POST", "PUT" -> contentType.isEmpty() || contentType.equals(route.mediaType());
            case "PATCH" -> contentType.equals(route.mediaType());
            default -> true;
        };
    }
}
