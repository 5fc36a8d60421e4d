package org.mobiletoken.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.mobiletoken.testing.ArchitectureRules;

@AnalyzeClasses(packages = "org.mobiletoken.operations", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests rules_of_the_house = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule it_knows_no_word_of_the_domain =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.mobiletoken.events..");
}
