package io.liaptui.api;

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

    /** Events are shown as they are stored; states and replays are folded from them. */
    @ArchTest
    static final ArchRule ONLY_STATES_AND_REPLAYS_NEED_RULES = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "state..", BASE + "replay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.liaptui.common.rules..", "io.liaptui.common.games..", "io.liaptui.common.replay..");

    /** What a log holds is redacted by whoever fetched it, so whoever fetches it is known. */
    @ArchTest
    static final ArchRule LOGS_ARE_READ_BY_FEW = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "log..", BASE + "history..", BASE + "state..", BASE + "replay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "log..");

    @ArchTest
    static final ArchRule HIDDEN_PARTS_ARE_OPENED_BY_THE_REDACTION = noClasses()
            .should()
            .callMethod("io.liaptui.common.history.Parts", "own")
            .orShould()
            .callMethod("io.liaptui.common.history.Parts", "secret")
            .orShould()
            .callMethod("io.liaptui.common.history.StoredEvent", "own")
            .orShould()
            .callMethod("io.liaptui.common.history.StoredEvent", "secret")
            .orShould()
            .callMethod("io.liaptui.common.history.StoredEvent", "toJson");

    /** A native image has only what the compiler saw: what is looked up by its name would be missing there. */
    @ArchTest
    static final ArchRule NOTHING_IS_FOUND_BY_NAME = noClasses()
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
