package io.liaptui.box.player;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a player asks and waits for: the next frame that fits, or an error. On the player's context. */
final class Requests {
    private final String name;
    private final Frames frames;

    Requests(String name, Frames frames) {
        this.name = name;
        this.frames = frames;
    }

    Future<Frame> ask(@Nullable Line line, String event, JsonObject data, Predicate<Frame> answer) {
        if (line == null) {
            return Future.failedFuture(name + " is not connected");
        }
        CompletableFuture<Frame> next =
                frames.next(frame -> answer.test(frame) || frame.event().equals("error"));
        line.send(event, data);
        return Future.fromCompletionStage(next)
                .compose(frame -> frame.event().equals("error")
                        ? Future.failedFuture(
                                event + " was refused: " + frame.data().getString("message"))
                        : Future.succeededFuture(frame));
    }

    /** The answer of the lobby, which says of which room it is. */
    static boolean answers(Frame frame, String answer) {
        return frame.event().equals(answer) && !"lobby".equals(frame.data().getString("room_id"));
    }
}
