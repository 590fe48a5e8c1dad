package io.liaptui.common.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Schema;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A whole state as text: what is hashed, and what snapshots hold. */
public final class StateText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateText() {}

    /**
     * {@code {"room":…,"game":…}}, fields always in the same order.
     *
     * @param game as {@code GameCodec.state} writes it; null before the game
     */
    public static ObjectNode json(RoomState room, @Nullable String game) {
        ObjectNode json = JSON.createObjectNode();
        json.set("room", RoomCodec.write(room));
        return json.put("game", game);
    }

    /** SHA-256 of {@link #json}, its first half in hexadecimal. */
    public static String hash(RoomState room, @Nullable String game) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(json(room, game).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A room from a stored snapshot: {@code "<schema> <version> <epoch>\n<body>"}.
     *
     * @throws BrokenHistory if it is none, or of a schema that this release does not read
     */
    public static PastRoom snapshot(String text, GameCatalog catalog) {
        try {
            int end = text.indexOf('\n');
            String[] header = text.substring(0, end).split(" ", -1);
            Schema.ofBuild().checkReads(Integer.parseInt(header[0]), "the snapshot");
            JsonNode body = JSON.readTree(text.substring(end + 1));
            RoomState room = RoomCodec.readState(body.required("room"));
            String game = body.path("game").textValue();
            return new PastRoom(
                    room,
                    game == null ? null : PastGame.restored(PastRoom.module(catalog, room.game()), game),
                    Long.parseLong(header[1]),
                    body.required("events").asLong(),
                    body.required("time").asLong());
        } catch (BrokenHistory e) {
            throw e;
        } catch (JsonProcessingException | RuntimeException e) {
            // The cause may quote the text, and the text holds every hand
            throw new BrokenHistory("the snapshot cannot be read");
        }
    }
}
