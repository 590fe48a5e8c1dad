package io.liaptui.api.admin;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.Optional;

/**
 * A seat, by its number, from 1, or by its player's name.
 */
record SeatWish(Optional<Seat> seat, Optional<String> player) {
    static final SeatWish NONE = new SeatWish(Optional.empty(), Optional.empty());
    private static final int LONGEST_NAME = 50;

    /** Who sits there. */
    record Taken(Seat seat, String player, String tokenHash) {}

    /**
     * From the fields {@code seat} and {@code player}.
     *
     * @throws Refused with 422 unless there is exactly one of them
     */
    static SeatWish of(CommandBody body) {
        int seat = body.number("seat", 0, 1, Seat.MAX);
        Optional<String> player = body.optional("player", LONGEST_NAME);
        if (seat > 0 == player.isPresent()) {
            throw new Refused(
                    422, "Say which seat: 'seat' with its number, from 1, or 'player' with a name. One of them.");
        }
        return new SeatWish(seat > 0 ? Optional.of(new Seat(seat - 1)) : Optional.empty(), player);
    }

    /** For the log. */
    String shown() {
        return seat.map(Seat::label).or(() -> player).orElse("");
    }

    /** Looks it up; fails with {@link NotThere} if no player sits there. */
    Uni<Taken> in(RoomId room, RedisReads redis) {
        Request all = Request.cmd(Command.HGETALL).arg(RedisKeys.seats(room));
        return redis.within(redis.trip(List.of(all))).map(answers -> find(room, answers.getFirst()));
    }

    private Taken find(RoomId room, Response seats) {
        for (String field : seats.getKeys()) {
            String name = seats.get(field).toString();
            if (field.startsWith("p:")
                    && (player.filter(name::equals).isPresent()
                            || seat.filter(each -> field.equals("p:" + each.index()))
                                    .isPresent())) {
                String index = field.substring("p:".length());
                Response token = seats.get("t:" + index);
                if (token != null) {
                    return new Taken(new Seat(Integer.parseInt(index)), name, token.toString());
                }
            }
        }
        throw new NotThere("No player has this seat in room " + room + ". Bots and empty seats cannot be sent away.");
    }
}
