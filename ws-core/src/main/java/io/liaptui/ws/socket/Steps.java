package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.fanout.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * How our own client is shown a step: the last of its messages has {@code "seq":{"epoch":…,"frame":…,"version":…}}
 * beside {@code event}, so that whoever has it has the whole step. A full view adds {@code "full":true}, and {@code
 * "rewound":true} if its version is lower than one shown before.
 */
final class Steps {
    private static final String NOTHING = ServerCodec.encode(new ServerMessage.Position());

    private Steps() {}

    static List<String> withPosition(List<String> messages, Shown now, boolean full, boolean rewound) {
        List<String> told = new ArrayList<>(messages.isEmpty() ? List.of(NOTHING) : messages);
        String last = told.removeLast();
        told.add(last.substring(0, last.length() - 1)
                + ",\"seq\":{\"epoch\":" + now.epoch() + ",\"frame\":" + now.number() + ",\"version\":" + now.version()
                + (full ? ",\"full\":true" : "")
                + (rewound ? ",\"rewound\":true" : "")
                + "}}");
        return told;
    }
}
