package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import java.util.Collection;

/** The open sockets of this node, for those who close them. Threading: any thread; nothing blocks. */
public interface Sockets {
    /** A momentary value. */
    Collection<? extends Socket> open();

    /** One of them. */
    interface Socket {
        String id();

        /** Whether it is in the lobby, not in a room. */
        boolean isLobby();

        /** Whether its client speaks our own protocol. */
        boolean isModern();

        void say(String text);

        /** After what was said before. */
        void close(CloseCode code, String reason);
    }
}
