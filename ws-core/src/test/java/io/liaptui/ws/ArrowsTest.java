package io.liaptui.ws;

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

/** The arrows of the design: socket -> fanout -> relay; room -> journal; only {@code ops} knows everybody. */
@AnalyzeClasses(packages = "io.liaptui.ws", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final String BASE = "io.liaptui.ws.";

    @ArchTest
    static final ArchRule NOBODY_SEES_SOCKETS = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "socket..", BASE + "ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "socket..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRING_NAMES_A_GAME = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.liaptui.common.games.liaptui..");

    @ArchTest
    static final ArchRule ROOMS_KNOW_NO_REDIS = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "room..", BASE + "fanout..", BASE + "lobby..", BASE + "socket..", BASE + "actor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.redis..", BASE + "redis..", "io.quarkus.redis..");

    @ArchTest
    static final ArchRule THE_JOURNAL_KNOWS_NO_ROOM_ACTOR = noClasses()
            .that()
            .resideInAnyPackage(BASE + "journal..", BASE + "relay..", BASE + "ownership..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "room..", BASE + "fanout..", BASE + "lobby..");

    @ArchTest
    static final ArchRule ACTORS_STAND_ALONE = classes()
            .that()
            .resideInAPackage(BASE + "actor..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", BASE + "actor..", "org.jboss.logging..", "org.jspecify..");

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
