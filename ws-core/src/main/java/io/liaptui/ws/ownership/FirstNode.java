package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.util.Map;

/**
 * Who does what one node should do for all: the ready one whose id is first. For a moment that may be two, or none; whatever
 * is decided so must bear both. Threading: any thread.
 */
public record FirstNode(Nodes nodes) {
    /** Whether it is this node now. */
    public boolean isMe() {
        Map<NodeId, NodeRow> rows = nodes.rows();
        return nodes.state() == NodeState.READY
                && rows.entrySet().stream()
                        .filter(each -> each.getValue().state().equals(NodeState.READY.text()))
                        .map(each -> each.getKey().value())
                        .sorted()
                        .findFirst()
                        .filter(nodes.me().value()::equals)
                        .isPresent();
    }
}
