package io.liaptui.ws.redis;

import java.util.regex.Pattern;

/**
 * What an error of Redis means for the call. Within a script Redis 6.2 wraps the error of a command in its own
 * ({@code ERR Error running script …: -OOM command not allowed …}), so the whole text is searched.
 */
final class RedisErrors {
    /** Of the server's state or the connection's, not of the call; the client reports the latter in the shape of an answer. */
    private static final Pattern PASSING =
            Pattern.compile("\\b(OOM|READONLY|LOADING|CLUSTERDOWN|TRYAGAIN|MASTERDOWN|NOREPLICAS|MISCONF|BUSY)\\b"
                    + "|^(NOAUTH|WRONGPASS|NOPERM|CONNECTION_CLOSED)");

    private static final Pattern WRONG_SERVER = Pattern.compile("\\b(READONLY|MASTERDOWN)\\b");

    private RedisErrors() {}

    /** Whether the same call may succeed later. */
    static boolean isPassing(String text) {
        return PASSING.matcher(text).find();
    }

    /** Whether this connection leads to a server that is no primary any more. */
    static boolean isWrongServer(String text) {
        return WRONG_SERVER.matcher(text).find();
    }

    static boolean isUnknownScript(Throwable error) {
        String text = error.getMessage();
        return text != null && text.startsWith("NOSCRIPT");
    }
}
