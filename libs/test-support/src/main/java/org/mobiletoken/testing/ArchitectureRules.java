package org.mobiletoken.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The rules that hold inside every service; each service's {@code ArchitectureTest} includes them. */
public final class ArchitectureRules {
    private static final Set<String> SERVICES = Set.of("enrolment", "sync", "lockout", "notification");
    private static final String ROOT = "org.mobiletoken.";

    @ArchTest
    public static final ArchRule rules_know_no_framework = noClasses()
            .that()
            .resideInAPackage("..rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "org.hibernate..",
                    "org.eclipse.microprofile..",
                    "org.apache.kafka..",
                    "com.fasterxml..",
                    "org.mobiletoken.events..",
                    "org.mobiletoken.delivery..",
                    "org.mobiletoken.http..",
                    "org.mobiletoken.clock..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a rule is plain Java and is told what time it is")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule http_sees_neither_messaging_nor_postgres = apart("http", "messaging", "postgres");

    @ArchTest
    public static final ArchRule messaging_sees_neither_http_nor_postgres = apart("messaging", "http", "postgres");

    @ArchTest
    public static final ArchRule postgres_sees_neither_http_nor_messaging = apart("postgres", "http", "messaging");

    @ArchTest
    public static final ArchRule only_the_business_clock_knows_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .because("a demonstration and a test move the clock")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule services_do_not_see_each_other =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                    .should(new StayWithinTheirService())
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule dependencies_come_through_constructors = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a class with final fields can be made by a test")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static ArchRule apart(String one, String... others) {
        String[] forbidden = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            forbidden[i] = ROOT + "*." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "*." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("the use case stands between them")
                .allowEmptyShould(true);
    }

    private static Optional<String> serviceOf(JavaClass type) {
        return SERVICES.stream()
                .filter(service -> (type.getPackageName() + '.').startsWith(ROOT + service + '.'))
                .findFirst();
    }

    private static final class StayWithinTheirService extends ArchCondition<JavaClass> {
        StayWithinTheirService() {
            super("stay within their service");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Optional<String> own = serviceOf(type);
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> own.isPresent())
                    .filter(dependency -> serviceOf(dependency.getTargetClass())
                            .filter(service -> !own.equals(Optional.of(service)))
                            .isPresent())
                    .forEach(
                            dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        }
    }
}
