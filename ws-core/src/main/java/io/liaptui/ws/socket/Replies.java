package io.liaptui.ws.socket;

/**
 * How our own client knows an error that answers it from one that does not: what a numbered command is refused with has
 * {@code "command":7} beside {@code event}. All that was said of a command is followed by its {@code ack}, unless it may
 * have got lost: an {@code unavailable}.
 */
final class Replies {
    private static final String ERROR = "{\"event\":\"error\"";

    private Replies() {}

    /** The message as an answer to this command; only errors need to say so. */
    static String to(long command, String text) {
        return text.startsWith(ERROR) ? text.substring(0, text.length() - 1) + ",\"command\":" + command + '}' : text;
    }
}
