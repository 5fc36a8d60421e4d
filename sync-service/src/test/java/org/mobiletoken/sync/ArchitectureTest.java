package org.mobiletoken.sync;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.mobiletoken.testing.ArchitectureRules;

@AnalyzeClasses(packages = "org.mobiletoken.sync", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests rules_of_the_house = ArchTests.in(ArchitectureRules.class);
}
