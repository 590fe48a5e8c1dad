package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** No node is given a room of which something is written in a schema that it does not read (section 12). */
final class SchemaChecker implements Watch {
    private static final String NAME = "(nobody guesses at a newer schema)";

    private final Map<RoomId, Integer> written = new HashMap<>();
    private final Function<NodeId, Schema> schemas;

    SchemaChecker(Function<NodeId, Schema> schemas) {
        this.schemas = schemas;
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        written.merge(fence.room(), schemas.apply(fence.node()).writes(), Math::max);
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        mayRead(room, owner);
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        mayRead(room, successor);
    }

    private void mayRead(RoomId room, NodeId node) {
        int schema = written.getOrDefault(room, 1);
        int reads = schemas.apply(node).reads();
        if (reads < schema) {
            throw new Violation(
                    NAME,
                    "room %s is written in schema %d, and %s, which got it, reads %d"
                            .formatted(room, schema, node, reads));
        }
    }
}
