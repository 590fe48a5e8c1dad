package io.liaptui.box.journeys;

import io.liaptui.box.player.Chooser;
import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One box of two nodes at pace 0 for all journeys of a run: started by the first that asks, ended after the last. */
public final class SharedBox implements AutoCloseable {
    /** Gives a test class the shared box as a parameter. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedBox.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(SharedBox.class, type -> start(), SharedBox.class);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Box box;

    private SharedBox(Box box) {
        this.box = box;
    }

    private static SharedBox start() {
        try {
            Path state = Files.createTempDirectory("liap-journeys");
            UpOptions options = new UpOptions(2, 0, Optional.empty(), 0, OptionalLong.of(1), false, false);
            System.out.println("Logs of the journeys' box: " + state.resolve("logs"));
            return new SharedBox(Box.start(
                    Layout.in(Path.of(System.getProperty("liap.home", "..")), state),
                    options,
                    System.out::println,
                    new Undo(System.out::println)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The box itself. */
    public Box box() {
        return box;
    }

    /** Where browsers go. */
    public URI url() {
        return box.url();
    }

    /** A new person with a browser of their own. */
    public ScriptedPlayer player(String name) {
        return player(name, new SimpleChooser());
    }

    /** The same, with a will of their own. */
    public ScriptedPlayer player(String name, Chooser chooser) {
        return new ScriptedPlayer(vertx, box.url(), name, chooser);
    }

    /** For clients of a test's own. */
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        vertx.close();
        box.close();
    }
}
