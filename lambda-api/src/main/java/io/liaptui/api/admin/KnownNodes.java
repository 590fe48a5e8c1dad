package io.liaptui.api.admin;

import io.liaptui.api.redis.ReadScript;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that can be asked for something.
 *
 * @param alive by id, those that beat lately and did not say good-bye
 */
record KnownNodes(Map<String, NodeRow> alive) {
    private static final Logger LOG = Logger.getLogger(KnownNodes.class);

    /** A node beats four times a second, and its peers give it up after 2.5 s. By Redis' clock alone. */
    private static final ReadScript LIVING = new ReadScript(Script.LIVING);

    /** One trip. */
    static Uni<KnownNodes> read(RedisReads redis) {
        return redis.within(LIVING.run(redis, List.of(RedisKeys.NODES, RedisKeys.NODES_SEEN), List.of())
                .map(KnownNodes::of));
    }

    private static KnownNodes of(@Nullable Response flat) {
        Map<String, NodeRow> alive = new TreeMap<>();
        for (int i = 0; flat != null && i + 1 < flat.size(); i += 2) {
            try {
                NodeRow row = NodeRow.fromJson(flat.get(i + 1).toString());
                if (!row.state().equals("Gone")) {
                    alive.put(flat.get(i).toString(), row);
                }
            } catch (IllegalArgumentException e) {
                LOG.warnf("Left out of the nodes: %s", e.getMessage());
            }
        }
        return new KnownNodes(alive);
    }

    List<String> ready() {
        return alive.entrySet().stream()
                .filter(node -> node.getValue().state().equals("Ready"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
