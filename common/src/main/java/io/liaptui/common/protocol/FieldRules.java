package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for single fields (protocol spec 4.1). */
final class FieldRules {
    private static final int MAX_NAME = 50;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>&\"'\\p{Cntrl}]");
    /** Format and private characters, and every space but the usual one: names that look empty or like another. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]]");

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{8,40}");
    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LIKE_A_BOT = Pattern.compile("(?i)bot([ _-].*|\\d.*)?|B(ot|OT).*");

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
        return text(data, "player_name", "A player name");
    }

    /**
     * The name for a new seat. Browsers key their tables by name: all-digit names would rotate the table, since such keys
     * come first, and {@code __proto__} is no key at all. Names like a bot's collide with bots.
     */
    static String newName(ObjectNode data) {
        String name = name(data);
        if (INVISIBLE.matcher(name).find()) {
            throw new Violation("A player name must not contain invisible or unusual space characters.");
        }
        if (name.equals("__proto__")) {
            throw new Violation("This name cannot be used. Please choose another.");
        }
        if (ONLY_DIGITS.matcher(name).matches()) {
            throw new Violation("A player name must not be all digits.");
        }
        if (LIKE_A_BOT.matcher(name).matches()) {
            throw new Violation("Names that begin with 'Bot' belong to bots. Please choose another.");
        }
        return name;
    }

    static String roomId(ObjectNode data) {
        return text(data, "room_id", "A room id");
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

    private static String text(ObjectNode data, String field, String what) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new Violation("'" + field + "' must be a text.");
        }
        String text = value.asText().strip();
        if (text.isEmpty() || text.length() > MAX_NAME) {
            throw new Violation(what + " must have 1 to " + MAX_NAME + " characters.");
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw new Violation(what + " must not contain < > & \" ' or control characters.");
        }
        return text;
    }
}
