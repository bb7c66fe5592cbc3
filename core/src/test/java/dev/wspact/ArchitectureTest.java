package dev.wspact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the layers and the habits of ARCHITECTURE.md; and shows for each rule that it can fail. */
class ArchitectureTest {
    private static final ArchitectureRules HOUSE = new ArchitectureRules("dev.wspact");
    private static final ArchitectureRules PLANTED_HOUSE = new ArchitectureRules("dev.wspact.planted");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE.root());
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_HOUSE.root());

    /** Each rule with the planted class, below {@code dev.wspact.planted}, that breaks it. */
    private static Stream<Arguments> rules() {
        return Stream.of(
                broken(
                        ArchitectureRules::front_door_uses_engine_and_engine_uses_model,
                        "internal.anywhere.UsesTheFrontDoor"),
                broken(ArchitectureRules::front_door_uses_engine_and_engine_uses_model, "stray.InNoLayer"),
                broken(ArchitectureRules::model_is_plain_java, "contract.UsesALibrary"),
                broken(ArchitectureRules::front_door_is_plain_java, "UsesALibrary"),
                broken(ArchitectureRules::message_knows_no_other_model, "message.KnowsAVerdict"),
                broken(ArchitectureRules::contract_knows_messages_only, "contract.KnowsAVerdict"),
                broken(ArchitectureRules::verdict_knows_contracts_and_messages_only, "verdict.KnowsTheVerification"),
                broken(ArchitectureRules::packages_are_free_of_cycles, "internal.hen.Hen"),
                broken(ArchitectureRules::tyrus_lives_in_one_package, "internal.anywhere.UsesTyrus"),
                broken(ArchitectureRules::sockets_live_with_the_client_and_the_mock, "internal.anywhere.OpensASocket"),
                broken(ArchitectureRules::sockets_live_with_the_client_and_the_mock, "internal.anywhere.OpensAChannel"),
                broken(
                        ArchitectureRules::http_clients_live_with_broker_and_provider_states,
                        "internal.anywhere.CallsHttp"),
                broken(
                        ArchitectureRules::http_servers_and_databases_live_in_the_embedded_broker,
                        "internal.anywhere.ServesHttp"),
                broken(
                        ArchitectureRules::http_servers_and_databases_live_in_the_embedded_broker,
                        "internal.anywhere.UsesADatabase"),
                broken(ArchitectureRules::pact_lives_in_one_package, "internal.anywhere.UsesPact"),
                broken(ArchitectureRules::hdrhistogram_lives_in_one_package, "internal.anywhere.UsesHdrHistogram"),
                broken(ArchitectureRules::networknt_lives_in_one_package, "internal.anywhere.UsesNetworknt"),
                broken(ArchitectureRules::public_classes_are_final, "internal.anywhere.NotFinal"),
                broken(ArchitectureRules::public_signatures_mention_java_and_the_model_only, "MentionsTheEngine"),
                broken(
                        ArchitectureRules::public_signatures_mention_java_and_the_model_only,
                        "contract.MentionsALibrary"),
                broken(ArchitectureRules::nobody_sleeps, "internal.anywhere.Sleeps"),
                broken(ArchitectureRules::nobody_reads_the_environment, "internal.anywhere.ReadsTheEnvironment"),
                broken(ArchitectureRules::nobody_prints, "internal.anywhere.Prints"),
                broken(ArchitectureRules::nobody_logs, "internal.anywhere.Logs"),
                broken(ArchitectureRules::no_field_is_a_log, "internal.anywhere.Logs.log"),
                broken(ArchitectureRules::packages_are_null_marked, "unmarked.InAnUnmarkedPackage"));
    }

    private static Arguments broken(Function<ArchitectureRules, ArchRule> rule, String violator) {
        return Arguments.argumentSet(rule.apply(HOUSE).getDescription(), rule, PLANTED_HOUSE.root() + "." + violator);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void production_keeps_the_rule(Function<ArchitectureRules, ArchRule> rule) {
        rule.apply(HOUSE).check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_catches_its_planted_violation(Function<ArchitectureRules, ArchRule> rule, String violator) {
        assertThat(rule.apply(PLANTED_HOUSE)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(violation -> assertThat(violation).containsPattern("\\Q" + violator + "\\E(?!\\w)"));
    }

    @Test
    void every_rule_is_checked_here() throws ReflectiveOperationException {
        Set<String> checked = new HashSet<>();
        rules().forEach(rule -> checked.add(((ArgumentSet) rule).getName()));

        for (Method method : ArchitectureRules.class.getDeclaredMethods()) {
            if (method.getReturnType() == ArchRule.class && method.getParameterCount() == 0) {
                assertThat(checked).contains(((ArchRule) method.invoke(HOUSE)).getDescription());
            }
        }
    }

    /** A rule over nothing must not pass. */
    @Test
    void the_rules_see_the_production_classes_and_no_others() {
        assertThat(PRODUCTION).hasSizeGreaterThan(80);
        assertThat(PRODUCTION.contain(ArchitectureTest.class)).isFalse();
        assertThat(PRODUCTION).noneMatch(type -> type.getName().startsWith(PLANTED_HOUSE.root()));
    }
}
