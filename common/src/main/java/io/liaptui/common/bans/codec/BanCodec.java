package io.liaptui.common.bans.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.bans.Ban;

/** Writes and reads what the hash of bans has of each. Threading: any thread. */
public final class BanCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BanCodec() {}

    /** Everything but {@link Ban#id} and {@link Ban#until}. */
    public static String json(Ban ban) {
        return JSON.createObjectNode()
                .put("kind", ban.kind().text())
                .put("value", ban.value())
                .put("label", ban.label())
                .put("reason", ban.reason())
                .put("by", ban.by())
                .put("at", ban.at())
                .toString();
    }

    /**
     * Reads what Redis keeps.
     *
     * @param field with {@link Ban#FIELD}
     * @throws IllegalArgumentException if it is no ban, or of a kind that this release does not know
     */
    public static Ban read(String field, String text) {
        int space = text.indexOf(' ');
        if (!field.startsWith(Ban.FIELD) || space < 0) {
            throw new IllegalArgumentException("not a ban");
        }
        try {
            JsonNode json = JSON.readTree(text.substring(space + 1));
            return new Ban(
                    field.substring(Ban.FIELD.length()),
                    Ban.Kind.of(json.path("kind").asText()),
                    json.path("value").asText(),
                    json.path("label").asText(),
                    json.path("reason").asText(),
                    json.path("by").asText(),
                    json.path("at").asLong(),
                    Long.parseLong(text.substring(0, space)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a ban", e);
        }
    }
}
