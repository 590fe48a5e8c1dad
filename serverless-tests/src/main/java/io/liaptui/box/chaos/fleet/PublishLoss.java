package io.liaptui.box.chaos.fleet;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loses some publishes as a network of message queues does: the sender is told that somebody got the message. The channel
 * {@code node:X} becomes {@code lost:X}, of the same length, so that the command stays whole and its answer in its place;
 * whoever runs the drill listens there. A command that is cut in two by the network is never lost.
 */
final class PublishLoss {
    static final String CHANNELS = "lost:*";
    private static final String REPLACEMENT = "lost:";
    private static final Pattern PUBLISH = Pattern.compile("PUBLISH\r\n\\$\\d+\r\nnode:", Pattern.CASE_INSENSITIVE);

    Buffer apply(Buffer bytes, double share) {
        if (share == 0) {
            return bytes;
        }
        // One byte, one character: positions are the same
        Matcher found = PUBLISH.matcher(bytes.toString(StandardCharsets.ISO_8859_1));
        Buffer changed = bytes;
        while (found.find()) {
            if (ThreadLocalRandom.current().nextDouble() < share) {
                changed = changed == bytes ? bytes.copy() : changed;
                changed.setString(found.end() - REPLACEMENT.length(), REPLACEMENT);
            }
        }
        return changed;
    }
}
