package io.liaptui.api.admin;

import io.liaptui.api.admin.AuditTrail.Deed;
import io.liaptui.api.http.NotThere;
import io.liaptui.api.redis.ReadScript;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.codec.BanCodec;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/admin/bans}: who may not come in. Written to Redis, where nodes look every 2 s, and told to those that are
 * alive.
 */
@AdminOnly
@Path("/api/admin/bans")
@Produces(MediaType.APPLICATION_JSON)
class BansResource {
    /** Idempotent, so a trip may be repeated. */
    private static final ReadScript BAN = new ReadScript(Script.BAN);

    private static final ReadScript LIFT = new ReadScript(Script.LIFT);
    private static final ReadScript LIST = new ReadScript(Script.BANS);

    private final Commands commands;
    private final RedisReads redis;
    private final AuditTrail audit;
    private final Caller caller;
    private final InstantSource clock;

    BansResource(Commands commands, RedisReads redis, AuditTrail audit, Caller caller, InstantSource clock) {
        this.commands = commands;
        this.redis = redis;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** All bans that hold now. */
    @GET
    public Uni<BanAnswer.All> list() {
        return redis.within(LIST.run(redis, List.of(RedisKeys.BANS), List.of("-")))
                .map(BansResource::bans)
                .map(bans -> new BanAnswer.All(
                        true, bans.size(), bans.stream().map(BanAnswer.View::of).toList()));
    }

    /** Bans the one thing that the body names, for {@code hours} (24), with a {@code reason} that players are shown. */
    @POST
    public Uni<RestResponse<BanAnswer>> ban(@Nullable String body) {
        BanWish wish = BanWish.of(CommandBody.read(body, BanWish.FIELDS));
        String by = caller.who();
        String about = wish.room()
                .map(room -> room.value() + " " + wish.seat().shown())
                .orElse(wish.value());
        String detail = wish.kind().text() + " for " + wish.lasts().toHours() + " h"
                + (wish.reason().isEmpty() ? "" : ": " + wish.reason());
        return audit.written(
                new Deed("ban", about, detail),
                () -> value(wish).chain(target -> write(wish, target, by)).chain(ban -> tell(ban)));
    }

    /** Lifts a ban before its end. */
    @DELETE
    @Path("{id}")
    public Uni<RestResponse<BanAnswer>> lift(@RestPath String id) {
        return audit.written(
                new Deed("lift", id, ""), () -> redis.within(LIFT.run(redis, List.of(RedisKeys.BANS), List.of(id)))
                        .chain(answer -> {
                            if (!word(answer).equals("Lifted")) {
                                throw new NotThere("There is no such ban. It may have ended.");
                            }
                            return tell(null);
                        }));
    }

    /** What exactly is banned, and what people call it. */
    private record Target(String value, String label) {}

    private Uni<Target> value(BanWish wish) {
        return wish.room()
                .map(room -> wish.seat()
                        .in(room, redis)
                        .map(taken -> new Target(
                                taken.tokenHash(),
                                room.value() + " " + taken.seat().label() + " " + taken.player())))
                .orElseGet(() -> Uni.createFrom().item(new Target(wish.value(), "")));
    }

    private Uni<Ban> write(BanWish wish, Target target, String by) {
        Ban ban = new Ban(
                Ban.idOf(wish.kind(), target.value()),
                wish.kind(),
                target.value(),
                target.label(),
                wish.reason(),
                by,
                clock.millis(),
                0);
        List<String> arguments = List.of(
                ban.id(), Long.toString(wish.lasts().toMillis()), Integer.toString(Ban.MOST), BanCodec.json(ban));
        return redis.within(BAN.run(redis, List.of(RedisKeys.BANS), arguments)).map(answer -> {
            if (answer == null || !word(answer).equals("Banned")) {
                throw new Refused(409, "There are " + Ban.MOST + " bans already. Lift some.");
            }
            return ban.ending(Long.parseLong(answer.get(1).toString()));
        });
    }

    private Uni<RestResponse<BanAnswer>> tell(@Nullable Ban ban) {
        BanAnswer.View view = ban == null ? null : BanAnswer.View.of(ban);
        return KnownNodes.read(redis).chain(nodes -> {
            if (nodes.alive().isEmpty()) {
                return Uni.createFrom().item(RestResponse.ok(new BanAnswer(true, view, null, List.of())));
            }
            return commands.send(
                            new AdminTask.Bans(),
                            null,
                            List.copyOf(nodes.alive().keySet()))
                    .map(answer -> RestResponse.ok(new BanAnswer(true, view, answer.command(), answer.nodes())));
        });
    }

    private static String word(@Nullable Response answer) {
        return answer == null ? "" : answer.get(0).toString();
    }

    private static List<Ban> bans(@Nullable Response answer) {
        List<Ban> bans = new ArrayList<>();
        for (int i = 3; answer != null && i + 1 < answer.size(); i += 2) {
            readable(answer.get(i).toString(), answer.get(i + 1).toString()).ifPresent(bans::add);
        }
        bans.sort(Comparator.comparingLong(Ban::until).thenComparing(Ban::id));
        return bans;
    }

    /** A newer release may know more kinds. */
    private static Optional<Ban> readable(String field, String text) {
        try {
            return Optional.of(BanCodec.read(field, text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
