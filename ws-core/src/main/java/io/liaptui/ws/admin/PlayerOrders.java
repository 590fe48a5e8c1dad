package io.liaptui.ws.admin;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.bans.BanWatch;
import java.util.concurrent.CompletionStage;

/** What concerns players who are connected here. Threading: any thread; nothing blocks. */
public final class PlayerOrders {
    private final BanWatch bans;
    private final Kicking kicking;

    /** Sends away whoever plays a seat, and says how many sockets those were. */
    @FunctionalInterface
    public interface Kicking {
        int kick(RoomId room, Seat seat, String reason);
    }

    public PlayerOrders(BanWatch bans, Kicking kicking) {
        this.bans = bans;
        this.kicking = kicking;
    }

    CompletionStage<Report> bans() {
        return bans.look()
                .thenApply(found ->
                        new Report(true, "Bans known: " + found.bans() + ". Sockets closed: " + found.closed() + "."));
    }

    CompletionStage<Report> kick(RoomId room, Seat seat, String reason) {
        return Report.done("Sockets closed: " + kicking.kick(room, seat, reason) + ".");
    }
}
