package dev.wspact.junit5;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of this module, for a base package: its own, or the planted one where each rule is broken once.
 *
 * @param root the package that users import from
 */
record ArchitectureRules(String root) {
    ArchRule only_junit_pact_and_the_front_of_core_are_used() {
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                root + "..",
                                "java..",
                                "org.jspecify..",
                                "org.junit.jupiter.api..",
                                "org.junit.platform.commons..",
                                "org.opentest4j..",
                                "au.com.dius.pact..",
                                "kotlin..")
                        .or(resideInAnyPackage(
                                "dev.wspact",
                                "dev.wspact.message",
                                "dev.wspact.contract",
                                "dev.wspact.verdict",
                                "dev.wspact.verification",
                                "dev.wspact.mock",
                                "dev.wspact.broker"))
                        .or(describe("are arrays of primitives", type -> type.getBaseComponentType()
                                .isPrimitive())))
                .because("core's engine is its own business, and Spring is there only where the user brings it");
    }

    ArchRule what_users_see_mentions_nothing_internal() {
        return classes()
                .that()
                .resideInAnyPackage(root, root + ".dsl")
                .and()
                .arePublic()
                .should(mentionNothingInternal())
                .because("a user cannot lean on what may change any day");
    }

    ArchRule internals_do_not_know_who_uses_them() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .because("the extensions use the internals, not the other way round");
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone can be understood");
    }

    ArchRule public_classes_are_final() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("inheritance is no part of the API");
    }

    ArchRule nobody_sleeps() {
        return noClasses()
                .should()
                .callMethodWhere(describe(
                        "somebody sleeps",
                        call -> call.getName().equals("sleep")
                                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                        || call.getTargetOwner().isEquivalentTo(TimeUnit.class))))
                .because("every wait has a limit, and ends when what it waits for is there");
    }

    ArchRule nobody_prints() {
        return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    ArchRule nothing_static_changes() {
        return fields().that()
                .areStatic()
                .and(describe("are written in the source", field -> !field.getModifiers()
                        .contains(JavaModifier.SYNTHETIC)))
                .should(beConstant())
                .because("tests run in parallel, and several runs share one JVM");
    }

    ArchRule packages_are_null_marked() {
        return classes()
                .should(satisfy("be in a package marked with @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class)))
                .because("null is an exception that has to be spelled out");
    }

    private static ArchCondition<JavaField> beConstant() {
        Set<String> changing = Set.of(
                "java.util.HashMap",
                "java.util.LinkedHashMap",
                "java.util.TreeMap",
                "java.util.ArrayList",
                "java.util.HashSet",
                "java.lang.StringBuilder",
                "java.lang.ThreadLocal");
        return new ArchCondition<>("be final, and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                if (!field.getModifiers().contains(JavaModifier.FINAL)
                        || changing.contains(type.getName())
                        || type.getPackageName().startsWith("java.util.concurrent")
                        || (type.isArray() && !type.getComponentType().isPrimitive())) {
                    events.add(violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> satisfy(String text, Predicate<JavaClass> condition) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!condition.test(type)) {
                    events.add(violated(type, type.getDescription() + " does not " + text));
                }
            }
        };
    }

    /** Looks at everything that a caller can see: supertypes, fields, parameters, results, exceptions, with type arguments. */
    private static ArchCondition<JavaClass> mentionNothingInternal() {
        return new ArchCondition<>("mention no internal type in public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaType> seen = new ArrayList<>(type.getInterfaces());
                type.getSuperclass().ifPresent(seen::add);
                type.getFields().stream().filter(this::visible).forEach(field -> seen.add(field.getType()));
                type.getCodeUnits().stream()
                        .filter(this::visible)
                        .forEach(codeUnit -> seen.addAll(mentioned(codeUnit)));
                seen.stream()
                        .flatMap(each -> each.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(raw -> raw.getPackageName().contains(".internal"))
                        .forEach(raw ->
                                events.add(violated(type, type.getDescription() + " mentions " + raw.getName())));
            }

            private List<JavaType> mentioned(JavaCodeUnit codeUnit) {
                return Stream.of(
                                Stream.of(codeUnit.getReturnType()),
                                codeUnit.getParameterTypes().stream(),
                                codeUnit.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types.map(JavaType.class::cast))
                        .toList();
            }

            private boolean visible(HasModifiers member) {
                return (member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
            }
        };
    }
}
