package io.liaptui.ws.ops;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;

/** Tells every node, this one too, that the list of open rooms changed. */
record LobbyNews(Relay relay, Nodes nodes) implements Runnable {
    @Override
    public void run() {
        RelayMessage changed = new RelayMessage.LobbyChanged(null);
        relay.send(nodes.me(), changed);
        for (NodeId peer : nodes.peers()) {
            relay.send(peer, changed);
        }
    }
}
