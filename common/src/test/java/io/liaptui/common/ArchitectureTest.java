package io.liaptui.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ResourceBundle;
import java.util.ServiceLoader;

/** The arrows of the design. Annotations for null checks are allowed everywhere. */
@AnalyzeClasses(packages = "io.liaptui.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.liaptui.common.";

    @ArchTest
    static final ArchRule idsSeeOnlyTheJdk = classes()
            .that()
            .resideInAPackage(ROOT + "ids")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "ids");

    @ArchTest
    static final ArchRule thePlugSeesOnlyTheJdkAndIds = classes()
            .that()
            .resideInAPackage(ROOT + "rules")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "ids", ROOT + "rules");

    @ArchTest
    static final ArchRule rulesOfLiapTuiSeeOnlyThePlug = classes()
            .that()
            .resideInAPackage(ROOT + "games.liaptui")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "ids", ROOT + "rules", ROOT + "games.liaptui");

    @ArchTest
    static final ArchRule botsSeeOnlyTheRules = classes()
            .that()
            .resideInAPackage(ROOT + "games.liaptui.bots")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    ROOT + "ids",
                    ROOT + "rules",
                    ROOT + "games.liaptui",
                    ROOT + "games.liaptui.bots");

    @ArchTest
    static final ArchRule rulesHaveNoClockAndNoChanceOfTheirOwn = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "games.liaptui", ROOT + "games.liaptui.bots", ROOT + "rules")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.(time\\.(Clock|Instant|InstantSource)|util\\.concurrent\\..*|io\\.(?!Serializable).*)");

    @ArchTest
    static final ArchRule jsonStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..codec..",
                    "..protocol..",
                    "..wire..",
                    "..history..",
                    "..archive..",
                    "..redis..",
                    "..replay..",
                    ROOT + "games")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    /** Whatever shows something to anybody asks the redaction for it. */
    @ArchTest
    static final ArchRule onlyTheRedactionOpensHiddenParts = noClasses()
            .that()
            .resideOutsideOfPackages("..history..", "..codec..")
            .should()
            .callMethod("io.liaptui.common.history.Parts", "own")
            .orShould()
            .callMethod("io.liaptui.common.history.Parts", "secret");

    /** So that nothing hidden can get into a message: they are made of views. */
    @ArchTest
    static final ArchRule messagesAreMadeOfViews = noClasses()
            .that()
            .resideInAPackage(ROOT + "games.liaptui.wire")
            .and()
            .haveSimpleNameNotEndingWith("LiapTuiWire")
            .and()
            .doNotHaveSimpleName("Scene")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.liaptui\\.(State|OwnView|Hand|LiapTui)(\\$.*)?");

    /** A native image has only what the compiler saw: what is looked up by its name would be missing there. */
    @ArchTest
    static final ArchRule nothingIsFoundByItsName = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    ServiceLoader.class,
                    ResourceBundle.class,
                    Method.class,
                    Field.class,
                    Constructor.class,
                    Proxy.class)
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class);
}
