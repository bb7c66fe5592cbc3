package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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

/** Holds what is public apart from what is internal; and shows for each rule that it can fail. */
class ArchitectureTest {
    private static final ArchitectureRules HOUSE = new ArchitectureRules("dev.wspact.junit5");
    private static final ArchitectureRules PLANTED_HOUSE = new ArchitectureRules("dev.wspact.junit5.planted");

    /** What is in the module's jar, or the directory of its classes. */
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .importUrl(WebSocketTestTarget.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_HOUSE.root());

    /** Each rule with the planted class that breaks it. */
    private static Stream<Arguments> rules() {
        return Stream.of(
                broken(ArchitectureRules::only_junit_pact_and_the_front_of_core_are_used, "UsesTheEngine"),
                broken(ArchitectureRules::only_junit_pact_and_the_front_of_core_are_used, "UsesALibrary"),
                broken(ArchitectureRules::what_users_see_mentions_nothing_internal, "MentionsInternals"),
                broken(ArchitectureRules::internals_do_not_know_who_uses_them, "internal.KnowsItsUser"),
                broken(ArchitectureRules::packages_are_free_of_cycles, "hen.Hen"),
                broken(ArchitectureRules::public_classes_are_final, "NotFinal"),
                broken(ArchitectureRules::nobody_sleeps, "Sleeps"),
                broken(ArchitectureRules::nobody_prints, "Prints"),
                broken(ArchitectureRules::nothing_static_changes, "Remembers.last"),
                broken(ArchitectureRules::nothing_static_changes, "Remembers.ALL"),
                broken(ArchitectureRules::packages_are_null_marked, "unmarked.InAnUnmarkedPackage"));
    }

    private static Arguments broken(Function<ArchitectureRules, ArchRule> rule, String violator) {
        return Arguments.argumentSet(
                rule.apply(HOUSE).getDescription() + ": " + violator, rule, PLANTED_HOUSE.root() + "." + violator);
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
                String description = ((ArchRule) method.invoke(HOUSE)).getDescription();
                assertThat(checked).anyMatch(name -> name.startsWith(description + ": "));
            }
        }
    }

    /** A rule over nothing must not pass. */
    @Test
    void the_rules_see_the_production_classes_and_no_others() {
        assertThat(PRODUCTION).hasSizeGreaterThan(50);
        assertThat(PRODUCTION.contain(ArchitectureTest.class)).isFalse();
        assertThat(PRODUCTION).noneMatch(type -> type.getName().startsWith(PLANTED_HOUSE.root()));
    }
}
