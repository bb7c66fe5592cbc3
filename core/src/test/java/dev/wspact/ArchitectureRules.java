package dev.wspact;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for a base package: {@code dev.wspact}, or the planted one where each rule is broken once.
 *
 * @param root the front door's package
 */
record ArchitectureRules(String root) {
    private static final String JSPECIFY = "org.jspecify..";

    ArchRule front_door_uses_engine_and_engine_uses_model() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("front door")
                .definedBy(root)
                .layer("engine")
                .definedBy(engine())
                .layer("model")
                .definedBy(model())
                .whereLayer("front door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("front door")
                .ensureAllClassesAreContainedInArchitecture()
                .because("a verdict must not depend on how it was reached or how it is printed");
    }

    ArchRule model_is_plain_java() {
        return classes()
                .that()
                .resideInAnyPackage(model())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(model(), "java..", JSPECIFY))
                .because("the model outlives every library that the engine uses");
    }

    ArchRule front_door_is_plain_java() {
        return classes()
                .that()
                .resideInAPackage(root)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(model(), root, engine(), "java..", JSPECIFY))
                .because("each library can be replaced in one package of the engine");
    }

    ArchRule message_knows_no_other_model() {
        return modelMayNotUse("message", "contract", "verdict", "verification", "mock", "broker");
    }

    ArchRule contract_knows_messages_only() {
        return modelMayNotUse("contract", "verdict", "verification", "mock", "broker");
    }

    ArchRule verdict_knows_contracts_and_messages_only() {
        return modelMayNotUse("verdict", "verification", "mock", "broker");
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read alone can be understood");
    }

    ArchRule tyrus_lives_in_one_package() {
        return livesOnlyIn(
                List.of("websocket"), resideInAnyPackage("org.glassfish..", "jakarta.websocket.."), "be replaceable");
    }

    ArchRule sockets_live_with_the_client_and_the_mock() {
        DescribedPredicate<JavaClass> sockets = nameMatching("java\\.net\\.(|Server|Datagram|Multicast)Socket|"
                        + "java\\.nio\\.channels\\..*(Socket|Datagram)Channel|javax\\.net\\..*Socket(Factory)?")
                .<JavaClass>forSubtype()
                .as("are sockets");
        // a trust manager opens none, but is asked about them
        return livesOnlyIn(List.of("websocket", "mock", "tls"), sockets, "have an owner that closes them");
    }

    ArchRule http_clients_live_with_broker_and_provider_states() {
        DescribedPredicate<JavaClass> clients = resideInAnyPackage("java.net.http..")
                .or(nameMatching("java\\.net\\.(Http|Jar)?URLConnection"))
                .as("are HTTP clients");
        return livesOnlyIn(List.of("broker", "providerstate", "http"), clients, "share time limits and credentials");
    }

    ArchRule http_servers_and_databases_live_in_the_embedded_broker() {
        return livesOnlyIn(
                List.of("embeddedbroker"),
                resideInAnyPackage("com.sun.net.httpserver..", "java.sql..", "javax.sql..", "org.h2.."),
                "stay out of a verification");
    }

    ArchRule pact_lives_in_one_package() {
        return livesOnlyIn(List.of("matching"), resideInAnyPackage("au.com.dius.pact.."), "be replaceable");
    }

    ArchRule hdrhistogram_lives_in_one_package() {
        return livesOnlyIn(List.of("latency"), resideInAnyPackage("org.HdrHistogram.."), "be replaceable");
    }

    ArchRule networknt_lives_in_one_package() {
        return livesOnlyIn(List.of("schema"), resideInAnyPackage("com.networknt.."), "be replaceable");
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
                .and(describe("are not sealed", type -> !type.reflect().isSealed()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("inheritance is no part of the API");
    }

    ArchRule public_signatures_mention_java_and_the_model_only() {
        return classes()
                .that()
                .resideInAnyPackage(with(model(), root))
                .and()
                .arePublic()
                .should(mentionInPublicOnly(resideInAnyPackage(with(model(), root, "java.."))))
                .because("neither the engine nor a library is anything that a user may lean on");
    }

    ArchRule nobody_sleeps() {
        return noClasses()
                .should()
                .callMethodWhere(named(Thread.class, "sleep").or(named(TimeUnit.class, "sleep")))
                .because("every wait takes what is left of a Deadline");
    }

    ArchRule nobody_reads_the_environment() {
        return noClasses()
                .should()
                .callMethodWhere(named(System.class, "getProperty", "getProperties", "getenv")
                        .or(named(Boolean.class, "getBoolean"))
                        .or(named(Integer.class, "getInteger"))
                        .or(named(Long.class, "getLong")))
                .because("what influences a verification is an option, read at the edge: in the goal or the extension");
    }

    ArchRule nobody_prints() {
        return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    ArchRule nobody_logs() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.logging..",
                                "org.slf4j..",
                                "org.apache.logging..",
                                "org.apache.commons.logging..")
                        .or(nameMatching("java\\.lang\\.System\\$Logger.*")))
                .because("the result is the report; progress goes to a VerificationListener");
    }

    ArchRule no_field_is_a_log() {
        return noFields().should().haveNameMatching("(?i)log|logger").because("the result is the report");
    }

    ArchRule packages_are_null_marked() {
        return classes()
                .should(satisfy("be in a package marked with @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class)))
                .because("null is an exception that has to be spelled out");
    }

    private String engine() {
        return root + ".internal..";
    }

    private String[] model() {
        return Stream.of("message", "contract", "verdict", "verification", "mock", "broker")
                .map(room -> root + "." + room)
                .toArray(String[]::new);
    }

    private ArchRule modelMayNotUse(String user, String... used) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Arrays.stream(used).map(name -> root + "." + name).toArray(String[]::new))
                .because("the model's direction is verdict, contract, message");
    }

    private ArchRule livesOnlyIn(List<String> rooms, DescribedPredicate<JavaClass> library, String purpose) {
        String[] homes =
                rooms.stream().map(room -> root + ".internal." + room + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat(library)
                .because("such classes have to " + purpose);
    }

    private static String[] with(String[] packages, String... more) {
        return Stream.concat(Arrays.stream(packages), Arrays.stream(more)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaCall<?>> named(Class<?> owner, String... methods) {
        Set<String> names = Set.of(methods);
        return describe(
                owner.getSimpleName() + " is asked for " + String.join(" or ", methods),
                call -> call.getTargetOwner().isEquivalentTo(owner) && names.contains(call.getName()));
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
    private static ArchCondition<JavaClass> mentionInPublicOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("mention in public only types that " + allowed.getDescription()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaType> supertypes = new ArrayList<>(type.getInterfaces());
                type.getSuperclass().ifPresent(supertypes::add);
                supertypes.forEach(supertype -> report(type.getDescription(), type, supertype, events));
                type.getFields().stream()
                        .filter(this::visible)
                        .forEach(field -> report(field, type, field.getType(), events));
                type.getCodeUnits().stream().filter(this::visible).forEach(codeUnit -> {
                    report(codeUnit, type, codeUnit.getReturnType(), events);
                    codeUnit.getParameterTypes().forEach(parameter -> report(codeUnit, type, parameter, events));
                    codeUnit.getExceptionTypes().forEach(exception -> report(codeUnit, type, exception, events));
                });
            }

            private boolean visible(HasModifiers member) {
                return (member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
            }

            private void report(JavaMember where, JavaClass type, JavaType mentioned, ConditionEvents events) {
                report(where.getDescription(), type, mentioned, events);
            }

            private void report(String where, JavaClass type, JavaType mentioned, ConditionEvents events) {
                mentioned.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(raw -> !raw.isPrimitive() && !allowed.test(raw))
                        .forEach(raw -> events.add(violated(type, where + " mentions " + raw.getName())));
            }
        };
    }
}
