package io.liaptui.box.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are.
 *
 * @param home the clone
 * @param state what the box writes, {@code .liap} in the clone
 * @param site the static client
 */
public record Layout(Path home, Path state, Path site) {
    public static Layout of(Path home) {
        return in(home, home.resolve(".liap"));
    }

    /** The programs of a clone with state of its own, for tests. */
    public static Layout in(Path home, Path state) {
        Path root = home.toAbsolutePath().normalize();
        return new Layout(root, state.toAbsolutePath().normalize(), root.resolve("web/target/classes/site"));
    }

    Path nodeBuild() {
        return home.resolve("ws-core/target/quarkus-app");
    }

    /** What would be uploaded to AWS. */
    public Path functionZip() {
        return home.resolve("lambda-api/target/function.zip");
    }

    /** Folder of the runtime interface client. */
    public Path runtimeClient() {
        return home.resolve("serverless-tests/target/ric");
    }

    Path rules() {
        return home.resolve("terraform/listener-rules.json");
    }

    Path runFile() {
        return state.resolve("run.json");
    }

    Path ledger() {
        return state.resolve("processes.json");
    }

    Path control() {
        return state.resolve("control.json");
    }

    /** What operators of the box show. */
    Path adminToken() {
        return state.resolve("admin-token");
    }

    Path lock() {
        return state.resolve("box.lock");
    }

    /** Data of the embedded Redis. */
    public Path redis() {
        return state.resolve("redis");
    }

    /** Finished games; they outlive the box. */
    public Path archive() {
        return state.resolve("archive");
    }

    /** Where all parts write. */
    public Path logs() {
        return state.resolve("logs");
    }

    /** What a part writes. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Copies of the programs, so that a build in the clone does not pull them from under a running box. */
    Path programs() {
        return state.resolve("programs");
    }

    /** A copy of our own classes, for the box in the background. */
    Path supervisor() {
        return state.resolve("supervisor");
    }

    /**
     * Says what is not built yet.
     *
     * @throws BoxFailure naming the first missing part
     */
    void check() {
        List<Path> parts = List.of(
                nodeBuild().resolve("quarkus-run.jar"),
                functionZip(),
                runtimeClient(),
                rules(),
                site().resolve("index.html"));
        for (Path part : parts) {
            if (!Files.exists(part)) {
                throw new BoxFailure("Not built: " + part + " is missing. Run ./liap up, which builds it.");
            }
        }
    }
}
