package io.liaptui.common.redis;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;

/**
 * Every key, with its layout and lifetime. A room's keys share the hash tag {@code {room:ID}}, so that one script can
 * touch them all on a cluster too.
 *
 * <pre>
 * {room:ID}         hash    see {@link RoomFields}; live: no TTL, played and closed: 1 h as tombstone, unplayed: 15 min
 * {room:ID}:log     stream  gone 1 min after archiving, as are snap and seats; id &lt;version&gt;-0; fields ep t first ev cmd left h (history.Entry)
 * {room:ID}:snap    string  one snapshot
 * {room:ID}:seats   hash    p:&lt;seat&gt; player, t:&lt;seat&gt; SHA-256 of the seat's token, g:&lt;seat&gt; socket generation
 * rooms:open        zset    rooms that wait for players, by touched time (ms); an index, the hash is the truth
 * rooms:live        zset    rooms in which a game runs
 * rooms:done        zset    rooms whose game is over
 * {nodes}           hash    node -> NodeRow as JSON
 * {nodes}:seen      zset    node by Redis time (ms) of its last beat
 * {nodes}:left      string  the node that was last allowed to leave by its own verdict; lives 30 s, and nobody else may meanwhile
 * {node:ID}:stats   string  NodeStats as JSON, every second, lives 10 s
 * {node:ID}:rooms   set     superset of the rooms this node owns
 * node:ID           channel the relay
 * stats:minute      stream  id &lt;minute in ms&gt;-0; one MinutePoint for the whole fleet, the newest week of them
 * {board:GAME}:...  the leaderboard of a game, see {@link io.liaptui.common.board.BoardKeys}
 * {command:ID}      hash    what came of an operator's command, see {@link io.liaptui.common.admin.CommandRecord}; lives 1 h
 * {bans}            hash    version (moment of the last change), b:&lt;id&gt; see {@link io.liaptui.common.bans.Ban}; at most
 *                           1,000, lives a minute longer than the last of them
 * admin:audit       stream  see {@link io.liaptui.common.admin.AuditRow}; the newest 10,000 or so, after archiving 2,000
 * </pre>
 */
public final class RedisKeys {
    public static final String OPEN = "rooms:open";
    public static final String LIVE = "rooms:live";
    public static final String DONE = "rooms:done";
    public static final String NODES = "{nodes}";
    public static final String NODES_SEEN = "{nodes}:seen";

    /** Who was last allowed to leave by its own verdict. */
    public static final String NODES_LEFT = "{nodes}:left";

    /** Never exists: deleting it shows whether a server takes writes. */
    public static final String NOTHING = "{nodes}:nothing";

    /** One point a minute, for plots. */
    public static final String MINUTES = "stats:minute";

    /** Who may not come in. */
    public static final String BANS = "{bans}";

    /** What operators did. */
    public static final String AUDIT = "admin:audit";

    private RedisKeys() {}

    public static String room(RoomId room) {
        return "{room:" + room.value() + "}";
    }

    public static String log(RoomId room) {
        return room(room) + ":log";
    }

    public static String snapshot(RoomId room) {
        return room(room) + ":snap";
    }

    public static String seats(RoomId room) {
        return room(room) + ":seats";
    }

    public static String stats(NodeId node) {
        return "{node:" + node.value() + "}:stats";
    }

    public static String roomsOf(NodeId node) {
        return "{node:" + node.value() + "}:rooms";
    }

    public static String channel(NodeId node) {
        return "node:" + node.value();
    }

    /** The record of an operator's command. */
    public static String command(String id) {
        return "{command:" + id + "}";
    }
}
