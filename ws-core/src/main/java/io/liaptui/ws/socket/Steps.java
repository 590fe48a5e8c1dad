package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.fanout.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * How our own client is shown a step: each message has {@code "seq":{"epoch":…,"frame":…,"version":…}} beside {@code
 * event}, and all but the last {@code "more":true} in it. Whoever has the last has the whole step. In a full view it has
 * {@code "full":true}, too, and {@code "rewound":true} if the version is lower than one shown before.
 */
final class Steps {
    private static final String NOTHING = ServerCodec.encode(new ServerMessage.Position());

    private Steps() {}

    static List<String> withPosition(List<String> messages, Shown now, boolean full, boolean rewound) {
        String seq =
                ",\"seq\":{\"epoch\":" + now.epoch() + ",\"frame\":" + now.number() + ",\"version\":" + now.version()
                        + (full ? ",\"full\":true" : "")
                        + (rewound ? ",\"rewound\":true" : "");
        List<String> told = new ArrayList<>(messages.isEmpty() ? List.of(NOTHING) : messages);
        told.replaceAll(message -> message.substring(0, message.length() - 1) + seq + ",\"more\":true}}");
        String last = messages.isEmpty() ? NOTHING : messages.getLast();
        told.set(told.size() - 1, last.substring(0, last.length() - 1) + seq + "}}");
        return told;
    }
}
