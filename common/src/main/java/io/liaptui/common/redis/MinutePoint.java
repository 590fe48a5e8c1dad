package io.liaptui.common.redis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The whole fleet in one minute.
 *
 * @param nodes ready ones
 * @param connections open sockets
 * @param rooms in any state
 * @param games running
 * @param players humans seated
 * @param bots seats that a bot plays
 * @param cpu load of the busiest node, 0 to 1 of all its cores
 * @param rss resident memory of all nodes, bytes
 */
public record MinutePoint(
        int nodes, int connections, int rooms, int games, int players, int bots, double cpu, long rss) {

    /** Sums what the nodes measured. */
    public static MinutePoint of(int nodes, Collection<NodeStats> figures) {
        MinutePoint sum = new MinutePoint(nodes, 0, 0, 0, 0, 0, 0, 0);
        for (NodeStats one : figures) {
            sum = new MinutePoint(
                    nodes,
                    sum.connections + one.connections(),
                    sum.rooms + one.rooms(),
                    sum.games + one.games(),
                    sum.players + one.players(),
                    sum.bots + one.bots(),
                    Math.max(sum.cpu, one.cpu()),
                    sum.rss + one.rss());
        }
        return sum;
    }

    /** The fields of the stream's entry. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nodes", Integer.toString(nodes));
        fields.put("connections", Integer.toString(connections));
        fields.put("rooms", Integer.toString(rooms));
        fields.put("games", Integer.toString(games));
        fields.put("players", Integer.toString(players));
        fields.put("bots", Integer.toString(bots));
        fields.put("cpu", Double.toString(cpu));
        fields.put("rss", Long.toString(rss));
        return fields;
    }

    /**
     * Reads what {@link #fields} wrote; a figure that another release left out is 0.
     *
     * @throws IllegalArgumentException if a figure is no number
     */
    public static MinutePoint read(Map<String, String> fields) {
        return new MinutePoint(
                whole(fields, "nodes"),
                whole(fields, "connections"),
                whole(fields, "rooms"),
                whole(fields, "games"),
                whole(fields, "players"),
                whole(fields, "bots"),
                Double.parseDouble(fields.getOrDefault("cpu", "0")),
                Long.parseLong(fields.getOrDefault("rss", "0")));
    }

    private static int whole(Map<String, String> fields, String name) {
        return Integer.parseInt(fields.getOrDefault(name, "0"));
    }
}
