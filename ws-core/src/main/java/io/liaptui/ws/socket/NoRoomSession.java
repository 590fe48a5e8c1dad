package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A channel {@code /ws/<text>} whose text cannot be a room's id. */
final class NoRoomSession extends Session {
    private final Client client;

    NoRoomSession(Client client, String channel) {
        super(client);
        this.client = client;
        say(NoRoom.notFound(channel, client.parts().clock().instant()));
    }

    @Override
    CompletionStage<?> handle(ClientMessage message, long command) {
        answer(command, NoRoom.answer(message).map(ServerCodec::encode).stream().toList());
        return DONE;
    }

    @Override
    void unknown(String event, long command) {}

    @Override
    boolean speaksFor(String player) {
        return true;
    }

    @Override
    ServerMessage pong(ClientMessage.Ping ping) {
        return new ServerMessage.Pong(ping.timestamp(), client.parts().timers().now() / 1000.0, Optional.empty());
    }

    @Override
    void release() {}
}
