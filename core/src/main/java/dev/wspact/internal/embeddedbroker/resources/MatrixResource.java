package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.internal.embeddedbroker.matrix.LatestBy;
import dev.wspact.internal.embeddedbroker.matrix.Matrix;
import dev.wspact.internal.embeddedbroker.matrix.MatrixQuery;
import dev.wspact.internal.embeddedbroker.matrix.Target;
import dev.wspact.internal.embeddedbroker.matrix.VersionSelector;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Query;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions to the matrix, and may this version be deployed. */
final class MatrixResource {
    private final Request request;
    private final Tables tables;
    private final Query query;

    private MatrixResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.query = request.query();
    }

    static void addTo(Routes routes) {
        routes.add("GET", "/matrix", (request, tables) -> new MatrixResource(request, tables).matrix());
        routes.add("GET", "/can-i-deploy", (request, tables) -> new MatrixResource(request, tables).canIDeploy());
        routes.add(
                "GET",
                "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}",
                (request, tables) -> new MatrixResource(request, tables).canHeadBeDeployed());
    }

    private Answer answer(MatrixQuery question) {
        return Answer.document(200, new MatrixDocument(request.urls(), tables).of(Matrix.of(question, tables)));
    }

    private Answer canIDeploy() {
        Fields errors = new Fields(Hal.object());
        Optional<String> pacticipant = query.get("pacticipant");
        Optional<String> version = query.get("version");
        Optional<String> environment = query.get("environment");
        Optional<String> tag = query.get("to");
        if (pacticipant.isEmpty()) {
            errors.error("pacticipant", "is missing");
        } else if (tables.pacticipants().find(pacticipant.get()).isEmpty()) {
            errors.error("pacticipant", "does not match an existing pacticipant");
        }
        if (version.isEmpty()) {
            errors.error("version", "is missing");
        }
        environment
                .filter(name -> tables.environments().find(name).isEmpty())
                .ifPresent(name -> errors.error("environment", "with name '" + name + "' does not exist"));
        if (environment.isEmpty() && tag.isEmpty()) {
            errors.error("", "Must specify either an environment or a 'to' tag.");
        } else if (environment.isPresent() && tag.isPresent()) {
            errors.error("", "Cannot specify both a 'to' tag and an environment.");
        }
        errors.check();
        return answer(new MatrixQuery(
                List.of(VersionSelector.version(pacticipant.orElseThrow(), version.orElseThrow())),
                environment.map(Target::environment).orElseGet(() -> Target.tag(tag.orElseThrow())),
                // of several provider versions in the environment, each one counts
                environment.isPresent() ? LatestBy.CVPV : LatestBy.CVP,
                Stream.concat(
                                query.all("ignore").stream().map(name -> VersionSelector.version(name, null)),
                                query.elements("ignore").stream()
                                        .filter(element -> element.containsKey("pacticipant"))
                                        .map(MatrixResource::selector))
                        .toList()));
    }

    private Answer canHeadBeDeployed() {
        String pacticipant = request.variable("pacticipant");
        String branch = request.variable("branch");
        String environment = request.variable("environment");
        if (tables.versions().headOf(pacticipant, branch).isEmpty()
                || tables.environments().find(environment).isEmpty()) {
            throw RefusedException.notFound();
        }
        return answer(new MatrixQuery(
                List.of(VersionSelector.head(pacticipant, branch)),
                Target.environment(environment),
                LatestBy.CVPV,
                List.of()));
    }

    private Answer matrix() {
        List<Map<String, String>> selectors = query.elements("q");
        List<String> errors = errors(selectors);
        if (!errors.isEmpty()) {
            ObjectNode document = Hal.object();
            document.set("errors", Hal.array(errors, TextNode::valueOf));
            throw new RefusedException(Answer.document(400, document));
        }
        return answer(new MatrixQuery(
                selectors.stream().map(MatrixResource::selector).toList(),
                new Target(
                        isTrue("latest"),
                        query.get("tag").orElse(null),
                        query.get("environment").orElse(null),
                        isTrue("mainBranch")),
                latestBy(),
                query.elements("ignore").stream()
                        .filter(element -> element.containsKey("pacticipant"))
                        .map(MatrixResource::selector)
                        .toList()));
    }

    private boolean isTrue(String name) {
        return query.get(name).filter("true"::equals).isPresent();
    }

    private LatestBy latestBy() {
        return switch (query.get("latestby").orElse("")) {
            case "cvpv" -> LatestBy.CVPV;
            case "cvp" -> LatestBy.CVP;
            case "cp" -> LatestBy.CP;
            default -> LatestBy.NONE;
        };
    }

    private static VersionSelector selector(Map<String, String> element) {
        return new VersionSelector(
                element.getOrDefault("pacticipant", ""),
                element.get("version"),
                "true".equals(element.get("latest")),
                element.get("branch"),
                element.get("tag"),
                element.get("environment"),
                "true".equals(element.get("mainBranch")));
    }

    private List<String> errors(List<Map<String, String>> selectors) {
        List<String> errors = new ArrayList<>();
        for (Map<String, String> selector : selectors) {
            String name = selector.get("pacticipant");
            if (name == null) {
                errors.add("Please specify the pacticipant name");
            } else if (selector.containsKey("version") && "true".equals(selector.get("latest"))) {
                errors.add("A version number and latest flag cannot both be specified for " + name);
            }
        }
        selectors.stream()
                .map(selector -> selector.get("pacticipant"))
                .filter(name -> name != null && tables.pacticipants().find(name).isEmpty())
                .forEach(name -> errors.add("Pacticipant " + name + " not found"));
        if (selectors.isEmpty()) {
            errors.add("Please provide 1 or more version selectors.");
        }
        long targets = Stream.of("tag", "environment", "mainBranch")
                .filter(name -> query.get(name).isPresent())
                .count();
        if (targets > 1) {
            errors.add("Cannot specify more than one of tag, environment and mainBranch.");
        }
        query.get("environment").ifPresent(name -> {
            if (isTrue("latest")) {
                errors.add("Cannot specify both latest=true and an environment.");
            }
            if (tables.environments().find(name).isEmpty()) {
                errors.add("Environment with name '" + name + "' does not exist");
            }
        });
        return errors;
    }
}
