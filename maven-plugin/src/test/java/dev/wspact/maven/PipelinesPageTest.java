package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.wspact.maven.PluginXml.Goal;
import dev.wspact.maven.PluginXml.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/pipelines.md shows can be read, and is what wspact has. */
class PipelinesPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    /** A command with its options, over several lines where YAML folds them. */
    private static final Pattern COMMAND = Pattern.compile("\\bmvn [^'\n]*(?:\n +-D[^'\n]*)*");

    private static final Pattern GOAL = Pattern.compile("dev\\.wspact:wspact-maven-plugin:[^:\\s]+:([a-z-]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)");

    private static Stream<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "pipelines.md")))
                .results();
    }

    private static List<String> blocks(String language) throws IOException {
        return blocks().filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @Test
    void every_yaml_and_json_can_be_parsed() throws Exception {
        List<String> yaml = blocks("yaml");
        assertThat(yaml).hasSizeGreaterThanOrEqualTo(7);
        for (String block : yaml) {
            assertThat(YAMLMapper.builder().build().readTree(block).isObject())
                    .as(block)
                    .isTrue();
        }
        List<String> json = blocks("json");
        assertThat(json).isNotEmpty();
        for (String block : json) {
            assertThat(JsonMapper.builder().build().readTree(block).isObject())
                    .as(block)
                    .isTrue();
        }
    }

    @Test
    void every_job_has_steps_of_its_system() throws Exception {
        int jobs = 0;
        for (String block : blocks("yaml")) {
            JsonNode file = YAMLMapper.builder().build().readTree(block);
            for (JsonNode job : file.path("jobs")) {
                assertThat(job.path("runs-on").isTextual()).isTrue();
                assertThat(job.path("steps").size()).isPositive();
                for (JsonNode step : job.path("steps")) {
                    assertThat(step.has("run") ^ step.has("uses")).isTrue();
                }
                jobs++;
            }
            for (JsonNode stage : file.path("stages")) {
                List<JsonNode> ofStage = file.findParents("stage").stream()
                        .filter(job -> job.path("stage").equals(stage))
                        .toList();
                assertThat(ofStage)
                        .isNotEmpty()
                        .allSatisfy(job -> assertThat(job.path("script").size()).isPositive());
                jobs += ofStage.size();
            }
        }
        assertThat(jobs).isGreaterThanOrEqualTo(9);
    }

    @Test
    void every_goal_exists_and_knows_each_property_of_its_command() throws Exception {
        Map<String, Set<String>> known = PluginXml.read().goals().stream()
                .collect(Collectors.toMap(Goal::name, goal -> goal.parameters().stream()
                        .map(Parameter::property)
                        .collect(Collectors.toSet())));
        Set<String> shown = new HashSet<>();
        List<String> commands = blocks().flatMap(
                        block -> COMMAND.matcher(block.group(2)).results())
                .map(MatchResult::group)
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(15);
        for (String command : commands) {
            List<String> goals =
                    GOAL.matcher(command).results().map(match -> match.group(1)).toList();
            // a command without a goal of ours runs the lifecycle, to which verify is bound
            List<String> asked = goals.isEmpty() ? List.of("verify") : goals;
            assertThat(known.keySet()).containsAll(asked);
            assertThat(PROPERTY.matcher(command).results().map(match -> match.group(1)))
                    .as(command)
                    .allMatch(property -> asked.stream()
                            .anyMatch(goal -> known.getOrDefault(goal, Set.of()).contains(property)));
            shown.addAll(goals);
        }
        assertThat(shown).contains("publish", "can-i-deploy", "record-deployment", "create-environment");
    }

    @Test
    void every_variable_of_a_job_is_one_that_wspact_asks_for() throws Exception {
        Set<String> known = Stream.of(BrokerSetting.values())
                .flatMap(setting -> Stream.of(setting.others()))
                .collect(Collectors.toSet());
        assertThat(known)
                .contains(
                        "PACT_BROKER_BASE_URL",
                        "PACT_BROKER_USERNAME",
                        "PACT_BROKER_PASSWORD",
                        "PACT_PROVIDER_VERSION",
                        "PACT_PROVIDER_BRANCH");
        for (String system : List.of("consumer.yml", "provider.yml", "release.yml")) {
            String block = blocks("yaml").stream()
                    .filter(one -> one.contains(system))
                    .findFirst()
                    .orElseThrow();
            JsonNode file = YAMLMapper.builder().build().readTree(block);
            assertThat(file.path("env").fieldNames())
                    .toIterable()
                    .filteredOn(name -> name.startsWith("PACT_"))
                    .isSubsetOf(known);
            assertThat(file.path("env").has("PACT_BROKER_BASE_URL")).isTrue();
        }
    }
}
