package org.mobiletoken.enrolment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.mobiletoken.testing.ArchitectureRules;

@AnalyzeClasses(packages = "org.mobiletoken.enrolment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests THE_RULES_OF_EVERY_SERVICE = ArchTests.in(ArchitectureRules.class);
}
