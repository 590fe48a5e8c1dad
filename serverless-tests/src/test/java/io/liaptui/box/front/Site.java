package io.liaptui.box.front;

import io.liaptui.box.front.rules.ListenerRules;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A front door with real nodes behind it, on free ports of the loopback address. */
final class Site implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final TestFunction function = new TestFunction();
    final List<TestNode> nodes = new ArrayList<>();
    final FrontDoor door;

    /** @param directory gets a small client: {@code index.html, app.js, style.css, net/socket.js} */
    Site(ListenerRules rules, Path directory, double timeScale, int nodeCount) throws IOException {
        writeClient(directory);
        door = Wait.value(FrontDoor.start(
                vertx, new FrontDoorOptions("127.0.0.1", 0, rules, directory, Map.of("rest", function), timeScale)));
        for (int i = 1; i <= nodeCount; i++) {
            addNode("n" + i);
        }
        Wait.value(targets().whenHealthy(nodeCount));
    }

    TestNode addNode(String name) {
        TestNode node = new TestNode(vertx, name);
        nodes.add(node);
        targets().add(node.uri(), node.uri().getPort());
        return node;
    }

    Targets targets() {
        return door.targets("ws");
    }

    TargetState state(TestNode node) {
        return targets().states().stream()
                .filter(state -> state.uri().equals(node.uri()))
                .findFirst()
                .orElseThrow();
    }

    RawClient connect() throws IOException {
        return new RawClient(door.uri());
    }

    @Override
    public void close() {
        Wait.value(door.stop());
        Wait.value(vertx.close().toCompletionStage());
    }

    private static void writeClient(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("net"));
        Files.writeString(directory.resolve("index.html"), "<!doctype html><title>Liap Tui</title>");
        Files.writeString(directory.resolve("app.js"), "export const app = 1;");
        Files.writeString(directory.resolve("style.css"), "body { margin: 0 }");
        Files.writeString(directory.resolve("net/socket.js"), "export const socket = 1;");
        Files.writeString(directory.resolve(".hidden"), "hidden");
    }
}
