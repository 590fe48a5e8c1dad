package io.liaptui.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One package per resource; Redis and the balancer's envelope each stay in a package of their own. */
@AnalyzeClasses(packages = "io.liaptui.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final String BASE = "io.liaptui.api.";

    @ArchTest
    static final ArchRule RESOURCES_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(BASE + "rooms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "fleet..", BASE + "history..");

    @ArchTest
    static final ArchRule NOBODY_SEES_THE_ENVELOPE = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "alb..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "alb..");

    @ArchTest
    static final ArchRule READS_NEED_NO_RULES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.liaptui.common.rules..", "io.liaptui.common.games..");
}
