package io.liaptui.api.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Parts;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.replay.PastGame;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A room at one moment as a viewer sees it. */
public final class StateJson {
    private static final Parts NO_GAME =
            new Parts(JsonNodeFactory.instance.objectNode(), Map.of(), JsonNodeFactory.instance.objectNode());

    private StateJson() {}

    /**
     * What everybody may know of the game ({@code phase}, {@code round_number} and more, by game), then {@code
     * game_active}, the seats that are {@code awaited}, and {@code players} by seat: each with what the viewer may know of
     * its own part, such as {@code hand}. After the game also {@code secret}.
     */
    public static ObjectNode of(PastRoom past, Viewer viewer) {
        PastGame<?, ?, ?> game = past.game();
        Parts parts = game == null ? NO_GAME : game.parts();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("phase", (String) null).put("round_number", 0);
        json.setAll(parts.all().deepCopy());
        json.put("room_status", past.room().status().text());
        json.put("game_active", past.room().status() == RoomStatus.RUNNING);
        ArrayNode awaited = json.putArray("awaited");
        if (game != null) {
            game.awaited().stream().sorted().forEach(seat -> awaited.add(seat.label()));
        }
        ArrayNode players = json.putArray("players");
        for (int i = 0; i < past.room().seats().size(); i++) {
            players.add(player(past.room(), new Seat(i), parts, viewer));
        }
        ObjectNode secret = Redaction.secret(parts, viewer);
        if (!secret.isEmpty()) {
            json.set("secret", secret);
        }
        return json;
    }

    private static @Nullable ObjectNode player(RoomState room, Seat seat, Parts parts, Viewer viewer) {
        Occupant occupant = room.at(seat).orElse(null);
        if (occupant == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seat", seat.label()).put("name", occupant.name());
        json.put("is_bot", occupant instanceof Occupant.Bot);
        json.put("is_away", occupant instanceof Occupant.Human human && human.away());
        json.put("is_host", room.isHost(seat));
        json.put("avatar_color", occupant instanceof Occupant.Human human ? human.avatarColor() : null);
        json.setAll(Redaction.own(parts, seat, viewer));
        return json;
    }
}
