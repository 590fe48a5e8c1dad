package io.liaptui.ws.admin;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.ownership.Drain;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What concerns this node as a whole. Threading: any thread; nothing blocks. */
public final class NodeOrders {
    private final Runnable go;
    private final Drain drain;
    private final Supplier<Set<RoomId>> rooms;
    private final ToIntFunction<String> announcer;

    /**
     * @param go makes this node go, as SIGTERM does; begins the drain unless hand-over is off
     * @param announcer tells a text to everybody here, and says how many sockets that were
     */
    public NodeOrders(Runnable go, Drain drain, Supplier<Set<RoomId>> rooms, ToIntFunction<String> announcer) {
        this.go = go;
        this.drain = drain;
        this.rooms = rooms;
        this.announcer = announcer;
    }

    /** Says that it begins before it does: an empty node is gone a moment later. */
    CompletionStage<Report> drain(Function<String, CompletionStage<Void>> progress) {
        int before = rooms.get().size();
        return progress.apply("The node takes nothing new. Rooms to give away: " + before + ".")
                .thenCompose(said -> {
                    go.run();
                    return drain.hasBegun()
                            ? drain.begin().thenApply(done -> given(before))
                            : Report.done("Hand-over is off: the node ends now, and others have to find its rooms: "
                                    + before + ".");
                });
    }

    private Report given(int before) {
        int left = rooms.get().size();
        return new Report(
                true,
                "Rooms given away: " + (before - left)
                        + (left == 0 ? "" : "; left until others find them: " + left)
                        + ". The node sends its sockets away now, and ends.");
    }

    CompletionStage<Report> announce(String message) {
        return Report.done("Connections told: " + announcer.applyAsInt(message) + ".");
    }
}
