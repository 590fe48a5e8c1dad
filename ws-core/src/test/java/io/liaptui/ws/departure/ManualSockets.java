package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sockets that remember what they were told, and when they were closed. */
final class ManualSockets implements Sockets {
    final Map<String, One> all = new LinkedHashMap<>();

    final class One implements Socket {
        final List<String> said = new ArrayList<>();
        final List<CloseCode> closed = new ArrayList<>();
        private final String id;
        private final boolean lobby;
        private final boolean modern;

        One(String id, boolean lobby, boolean modern) {
            this.id = id;
            this.lobby = lobby;
            this.modern = modern;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean isLobby() {
            return lobby;
        }

        @Override
        public boolean isModern() {
            return modern;
        }

        /** Its client closes it. */
        void leave() {
            all.remove(id);
        }

        @Override
        public void say(String text) {
            if (!closed.isEmpty()) {
                throw new AssertionError("said after the close");
            }
            said.add(text);
        }

        @Override
        public void close(CloseCode code, String reason) {
            closed.add(code);
        }
    }

    void open(int lobby, int room) {
        open(lobby, room, false);
    }

    /** Of our own client. */
    void openModern(int lobby, int room) {
        open(lobby, room, true);
    }

    private void open(int lobby, int room, boolean modern) {
        for (int i = 0; i < lobby + room; i++) {
            String id = "s" + all.size();
            all.put(id, new One(id, i < lobby, modern));
        }
    }

    long closed() {
        return all.values().stream().filter(one -> !one.closed.isEmpty()).count();
    }

    /** Also those whose close frame is on its way: the framework forgets them only when the client has answered. */
    @Override
    public Collection<One> open() {
        return List.copyOf(all.values());
    }
}
