package io.liaptui.box.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.box.process.AtomicFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** {@code .liap/run.json}: what runs now, for scripts. Nodes that are away are left out until they run again. */
final class RunFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunFile() {}

    static void write(
            Path file, URI url, RedisInUse redis, List<Node> nodes, Restarts restarts, List<Long> lambda, double pace) {
        ObjectNode run = JSON.createObjectNode();
        run.put("url", url.toString());
        run.putObject("redis").put("url", redis.url()).put("pid", redis.pid());
        ArrayNode rows = run.putArray("nodes");
        for (Node node : nodes) {
            if (node.alive()) {
                Restarts.History history = restarts.of(node.number());
                rows.addObject()
                        .put("id", node.name())
                        .put("pid", node.child().pid())
                        .put("port", node.port())
                        .put("management_port", node.managementPort())
                        .put("restarts", history.count())
                        .put("last_exit", history.lastExit().isEmpty() ? null : history.lastExit());
            }
        }
        ArrayNode pids = run.putObject("lambda").putArray("pids");
        lambda.forEach(pids::add);
        run.put("pace", pace);
        AtomicFile.write(file, run.toString() + "\n");
    }
}
