package io.liaptui.box.chaos.verdict;

import io.liaptui.box.moves.Move;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All that was ever read of one room's log, and what is wrong with it. One thread at a time. */
final class RoomLog {
    private final String room;
    private final TreeMap<Long, LogEntry> entries = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int round;
    private int turn;
    private int multiplier;

    RoomLog(String room) {
        this.room = room;
    }

    long last() {
        return entries.isEmpty() ? 0 : entries.lastKey();
    }

    /** New entries, or old ones once more: an entry never changes. */
    void add(List<LogEntry> read) {
        for (LogEntry entry : read) {
            LogEntry before = entries.putIfAbsent(entry.version(), entry);
            if (before != null && !before.text().equals(entry.text())) {
                broken("version " + entry.version() + " was " + before.text() + " and is now " + entry.text());
            }
        }
    }

    /**
     * The whole log as it is now.
     *
     * @return what is wrong with it and was not said before
     */
    List<Finding> now(List<LogEntry> whole) {
        add(whole);
        if (whole.isEmpty()) {
            findings.add(new Finding(Finding.Kind.NOT_COMPARED, room, "its log is gone"));
        } else {
            long first = whole.getFirst().version();
            long end = whole.getLast().version();
            if (first > 1) {
                findings.add(new Finding(Finding.Kind.HOLE, room, "versions 1 to " + (first - 1) + " are gone"));
            }
            if (end - first + 1 != whole.size()) {
                broken("versions " + first + " to " + end + " are " + whole.size() + " entries");
            }
            if (last() > end) {
                broken("it ends with version " + end + ", but " + last() + " was stored");
            }
        }
        gaps();
        List<Finding> found = List.copyOf(findings);
        findings.clear();
        return found;
    }

    private void gaps() {
        LogEntry before = null;
        for (LogEntry entry : entries.values()) {
            if (before == null ? entry.version() != 1 : entry.version() != before.version() + 1) {
                findings.add(new Finding(
                        Finding.Kind.NOT_COMPARED, room, "nobody has read the versions before " + entry.version()));
            }
            if (before != null && entry.epoch() < before.epoch()) {
                broken("version " + entry.version() + " has epoch " + entry.epoch() + " after " + before.epoch());
            }
            before = entry;
        }
    }

    private void broken(String text) {
        findings.add(new Finding(Finding.Kind.BROKEN_LOG, room, text));
    }

    /** Every move in it, in order. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        round = 0;
        turn = 0;
        multiplier = 1;
        entries.values().forEach(entry -> entry.events().forEach(event -> read((JsonObject) event, moves)));
        return moves;
    }

    private void read(JsonObject event, List<Move> moves) {
        JsonObject all = event.getJsonObject("all", new JsonObject());
        String player = event.getString("player", "");
        switch (event.getString("type")) {
            case "liaptui.dealt" -> {
                round = all.getInteger("round");
                turn = 0;
                multiplier = 1;
            }
            case "liaptui.redealt" -> multiplier = all.getInteger("multiplier");
            case "liaptui.turn_started" -> turn = all.getInteger("turn");
            case "liaptui.redeal_answered" ->
                moves.add(Move.redeal(round, multiplier, player, all.getBoolean("accepted")));
            case "liaptui.declared" -> moves.add(Move.declared(round, player, all.getInteger("value") + ""));
            case "liaptui.played" ->
                moves.add(new Move(
                        round,
                        turn,
                        player,
                        all.getJsonArray("pieces").getList().toString()));
            default -> {
                // no move
            }
        }
    }
}
