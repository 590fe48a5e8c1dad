package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.NameRules;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for single fields (docs/protocol.md 4.1). */
final class FieldRules {
    private static final int MAX_ROOM = 50;
    private static final Pattern NO_ROOM = Pattern.compile("[<>&\"'\\p{Cc}\\p{Cs}]");
    /** In no name at all; what new ones must be is in {@link NameRules}. */
    private static final Pattern NO_NAME = Pattern.compile("[<>\"\\p{Cc}\\p{Cs}]");

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{8,40}");
    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private FieldRules() {}

    /** A field breaks its rule; the message is for the client. */
    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return java.util.Objects.requireNonNull(super.getMessage());
        }
    }

    /** The name of somebody who may already be seated. */
    static String name(ObjectNode data) {
        String name = text(data, "player_name");
        if (name.isEmpty() || name.length() > NameRules.MAX_CHARACTERS) {
            throw new Violation("A player name must have 1 to " + NameRules.MAX_CHARACTERS + " characters.");
        }
        if (NO_NAME.matcher(name).find()) {
            throw new Violation("A player name must not contain < > \" or control characters.");
        }
        return name;
    }

    /** The name for a new seat. */
    static String newName(ObjectNode data) {
        String name = text(data, "player_name");
        NameRules.fault(name).ifPresent(fault -> {
            throw new Violation(fault);
        });
        return name;
    }

    static String roomId(ObjectNode data) {
        String id = text(data, "room_id");
        if (id.isEmpty() || id.length() > MAX_ROOM) {
            throw new Violation("A room id must have 1 to " + MAX_ROOM + " characters.");
        }
        if (NO_ROOM.matcher(id).find()) {
            throw new Violation("A room id must not contain < > & \" ' or control characters.");
        }
        return id;
    }

    static Optional<String> token(ObjectNode data) {
        JsonNode token = data.path("resume_token");
        return token.isTextual() ? Optional.of(token.asText()) : Optional.empty();
    }

    /** Whose commands are numbered. */
    static Optional<String> session(ObjectNode data) {
        JsonNode session = data.path("session");
        if (session.isMissingNode()) {
            return Optional.empty();
        }
        if (!session.isTextual() || !SESSION.matcher(session.asText()).matches()) {
            throw new Violation("'session' must be a text of 8 to 40 letters, digits, - or _.");
        }
        return Optional.of(session.asText());
    }

    /** By what a message is known when it comes again; any other form counts as none. */
    static Optional<String> request(JsonNode message) {
        JsonNode id = message.path("id");
        return id.isTextual() && REQUEST.matcher(id.asText()).matches() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** The last {@code seq} a client was sent. */
    static Optional<ClientMessage.Seen> seen(ObjectNode data) {
        JsonNode seen = data.path("seen");
        return seen.isMissingNode()
                ? Optional.empty()
                : Optional.of(new ClientMessage.Seen(
                        count(seen, "epoch", "seen"), count(seen, "frame", "seen"), count(seen, "version", "seen")));
    }

    /** The number of a command, from 1; 0 if there is none. */
    static long command(JsonNode message) {
        return message.has("command") ? count(message, "command", "message") : 0;
    }

    private static long count(JsonNode holder, String field, String what) {
        JsonNode value = holder.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new Violation("'" + field + "' of a " + what + " must be a whole number from 0.");
        }
        return value.asLong();
    }

    /** 1 to 4, as a number or as digits. */
    static int slot(ObjectNode data) {
        JsonNode slot = data.path("slot_id");
        String text =
                slot.isIntegralNumber() || slot.isTextual() ? slot.asText().strip() : "";
        if (!text.matches("[1-4]")) {
            throw new Violation("'slot_id' must be a number from 1 to 4.");
        }
        return Integer.parseInt(text);
    }

    private static String text(ObjectNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new Violation("'" + field + "' must be a text.");
        }
        return value.asText().strip();
    }
}
