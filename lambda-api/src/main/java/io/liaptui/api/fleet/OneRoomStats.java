package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.api.rooms.RoomFacts;
import io.liaptui.api.rooms.RoomView;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.RoomSummary;
import io.liaptui.common.room.RoomStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /api/debug/room-stats?room_id=…}: who runs the room, what is stored of it, and whether that fits
 * together.
 *
 * @param timestamp seconds since 1970
 */
@RegisterForReflection // the path has two answers, so the build does not see this one
public record OneRoomStats(BigDecimal timestamp, OneRoom stats) {
    /** All of it. */
    @RegisterForReflection
    public record OneRoom(
            @JsonProperty("room_summary") RoomView summary,
            @JsonProperty("room_validation") Validation validation,
            Ownership ownership,
            Storage storage) {}

    /**
     * @param players people and bots that are seated
     */
    @RegisterForReflection
    public record Validation(
            boolean valid,
            List<String> errors,
            List<String> warnings,
            @JsonProperty("room_id") String room,
            @JsonProperty("has_host") boolean hasHost,
            @JsonProperty("player_count") int players,
            @JsonProperty("game_started") boolean started) {}

    /**
     * @param node that runs the room, or ran it last
     * @param epoch life of the room at that node
     * @param moves how often it changed its owner
     */
    @RegisterForReflection
    public record Ownership(
            String node, @JsonProperty("node_alive") boolean alive, long epoch, long moves) {}

    /**
     * @param missing versions that Redis lost for good, such as {@code 5-17,40-40}; null if none
     */
    @RegisterForReflection
    public record Storage(
            long version,
            long events,
            @JsonProperty("log_entries") long entries,
            long schema,
            String build,
            @JsonProperty("missing_versions") @Nullable String missing) {}

    static OneRoomStats of(RoomFacts room, Fleet fleet, BigDecimal timestamp) {
        RoomSummary summary = room.summary();
        Optional<FleetNode> owner = fleet.nodes().stream()
                .filter(node -> node.id().value().equals(room.text(RoomFields.OWNER)))
                .findFirst();
        boolean alive = owner.filter(FleetNode::isAlive).isPresent();
        String missing = room.text(RoomFields.HOLE);
        List<String> errors = errors(room, missing);
        return new OneRoomStats(
                timestamp,
                new OneRoom(
                        RoomView.of(summary),
                        new Validation(
                                errors.isEmpty(),
                                errors,
                                warnings(summary, alive, missing),
                                summary.room().value(),
                                summary.host() != null,
                                summary.occupied(),
                                summary.started()),
                        new Ownership(
                                room.text(RoomFields.OWNER),
                                alive,
                                room.number(RoomFields.EPOCH),
                                room.number(RoomFields.MOVES)),
                        new Storage(
                                room.number(RoomFields.VERSION),
                                room.number(RoomFields.EVENTS),
                                room.logEntries(),
                                room.number(RoomFields.SCHEMA),
                                room.text(RoomFields.BUILD),
                                missing.isEmpty() ? null : missing)));
    }

    private static List<String> errors(RoomFacts room, String missing) {
        List<String> errors = new ArrayList<>();
        if (room.text(RoomFields.OWNER).isEmpty()) {
            errors.add("No node is named as owner.");
        }
        if (room.summary().status().equals(RoomStatus.BROKEN.text())) {
            errors.add("The room could not be loaded and was given up.");
        }
        boolean kept = RoomStatus.isLive(room.summary().status());
        if (kept && missing.isEmpty() && room.logEntries() != room.number(RoomFields.VERSION)) {
            errors.add("The log has " + room.logEntries() + " entries, but the version is "
                    + room.number(RoomFields.VERSION) + ".");
        }
        return errors;
    }

    private static List<String> warnings(RoomSummary summary, boolean alive, String missing) {
        List<String> warnings = new ArrayList<>();
        if (!alive && RoomStatus.isLive(summary.status()) && !summary.status().equals(RoomStatus.FINISHED.text())) {
            warnings.add("Its node is gone; another one takes over, or will when somebody asks for the room.");
        }
        if (!missing.isEmpty()) {
            warnings.add("Redis lost some of its log; the game went on from its owner's memory.");
        }
        return warnings;
    }
}
