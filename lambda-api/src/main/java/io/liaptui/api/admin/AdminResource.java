package io.liaptui.api.admin;

import io.liaptui.api.admin.AuditTrail.Deed;
import io.liaptui.api.http.BadRequest;
import io.liaptui.api.http.NotThere;
import io.liaptui.api.http.Parameters;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.admin.AdminOutcome.State;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/admin/*}: what operators may have done, by nodes, and what came of it. 200 when it is done, 202 with a
 * {@code Location} while it is under way, 409 if it failed.
 */
@AdminOnly
@Path("/api/admin")
@Produces(MediaType.APPLICATION_JSON)
class AdminResource {
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_REASON = 200;

    private final Commands commands;
    private final RedisReads redis;
    private final AuditTrail audit;

    AdminResource(Commands commands, RedisReads redis, AuditTrail audit) {
        this.commands = commands;
        this.redis = redis;
        this.audit = audit;
    }

    /** The body's {@code force} lets the last ready node go, too. */
    @POST
    @Path("nodes/{id}/drain")
    public Uni<RestResponse<CommandAnswer>> drain(@RestPath String id, @Nullable String body) {
        boolean force = CommandBody.read(body, "force").flag("force");
        return audit.written(new Deed("drain", id, force ? "force" : ""), () -> KnownNodes.read(redis)
                .chain(nodes -> drain(id, force, nodes)));
    }

    private Uni<RestResponse<CommandAnswer>> drain(String id, boolean force, KnownNodes nodes) {
        if (!nodes.alive().containsKey(id)) {
            throw new NotThere("There is no such node alive. There are: "
                    + String.join(", ", nodes.alive().keySet()) + ".");
        }
        if (!force && nodes.ready().equals(List.of(id))) {
            throw new Refused(
                    409, "This is the only ready node: nobody could play. Send {\"force\": true} if you mean it.");
        }
        return send(new AdminTask.Drain(), null, List.of(id));
    }

    /** To the node in the body's {@code to}, or to that with the fewest rooms. */
    @POST
    @Path("rooms/{id}/move")
    public Uni<RestResponse<CommandAnswer>> move(@RestPath String id, @Nullable String body) {
        RoomId room = Parameters.room(id);
        NodeId to = CommandBody.read(body, "to")
                .optional("to", 64)
                .map(AdminResource::node)
                .orElse(null);
        return audit.written(new Deed("move", room.value(), to == null ? "" : "to " + to), () -> owner(room)
                .chain(owner -> send(new AdminTask.Move(room, to), room.value(), List.of(owner))));
    }

    @POST
    @Path("rooms/{id}/close")
    public Uni<RestResponse<CommandAnswer>> close(@RestPath String id) {
        RoomId room = Parameters.room(id);
        return audit.written(new Deed("close", room.value(), ""), () -> owner(room)
                .chain(owner -> send(new AdminTask.Close(room), room.value(), List.of(owner))));
    }

    /** Whoever plays the body's {@code seat}, or is its {@code player}, leaves; a {@code reason} is shown to them. */
    @POST
    @Path("rooms/{id}/kick")
    public Uni<RestResponse<CommandAnswer>> kick(@RestPath String id, @Nullable String body) {
        RoomId room = Parameters.room(id);
        CommandBody wish = CommandBody.read(body, "seat", "player", "reason");
        SeatWish seat = SeatWish.of(wish);
        String reason = wish.optional("reason", LONGEST_REASON).orElse("");
        return audit.written(new Deed("kick", room.value() + " " + seat.shown(), reason), () -> seat.in(room, redis)
                .chain(taken -> KnownNodes.read(redis).chain(nodes -> {
                    if (nodes.alive().isEmpty()) {
                        throw new Refused(409, "No node is alive, so nobody is connected.");
                    }
                    return send(
                            new AdminTask.Kick(room, taken.seat(), reason),
                            room.value(),
                            List.copyOf(nodes.alive().keySet()));
                })));
    }

    /** The body's {@code message} to everybody who is connected now. */
    @POST
    @Path("announcements")
    public Uni<RestResponse<CommandAnswer>> announce(@Nullable String body) {
        String message = CommandBody.read(body, "message").text("message", LONGEST_MESSAGE);
        return audit.written(
                new Deed("announce", "", message), () -> KnownNodes.read(redis).chain(nodes -> {
                    if (nodes.alive().isEmpty()) {
                        throw new Refused(409, "No node is alive, so nobody is connected.");
                    }
                    return send(
                            new AdminTask.Announce(message),
                            null,
                            List.copyOf(nodes.alive().keySet()));
                }));
    }

    /** The name in the body's {@code name}, out of the leaderboards and out of all games that are over. */
    @POST
    @Path("erasures")
    public Uni<RestResponse<CommandAnswer>> erase(@Nullable String body) {
        PlayerName name = new PlayerName(CommandBody.read(body, "name").text("name", LONGEST_NAME));
        // Without the name, which is to be nowhere
        return audit.written(
                new Deed("erase", "", ""), () -> KnownNodes.read(redis).chain(nodes -> nodes.ready().stream()
                        .findFirst()
                        .map(node -> send(new AdminTask.Erase(name), null, List.of(node)))
                        .orElseThrow(() -> new Refused(409, "No node is ready to do it. Try again when one is."))));
    }

    /** What came of a command of the last hour. */
    @GET
    @Path("commands/{id}")
    public Uni<CommandAnswer> outcome(@RestPath String id) {
        return commands.read(id);
    }

    private Uni<RestResponse<CommandAnswer>> send(AdminTask task, @Nullable String about, List<String> nodes) {
        return commands.send(task, about, nodes).map(answer -> {
            if (answer.state().equals(State.FAILED.text())) {
                throw new Refused(409, failures(answer));
            }
            boolean done = answer.state().equals(State.DONE.text());
            return RestResponse.ResponseBuilder.create(
                            done ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, answer)
                    // Not with location(), which would put the caller's Host before it, and http for https
                    .header("Location", "/api/admin/commands/" + answer.command())
                    .build();
        });
    }

    private static String failures(CommandAnswer answer) {
        StringBuilder text = new StringBuilder("Command " + answer.command() + ":");
        answer.nodes().forEach(node -> text.append(' ')
                .append(answer.nodes().size() == 1 ? "" : node.node() + ": ")
                .append(node.detail()));
        return text.toString();
    }

    private Uni<String> owner(RoomId room) {
        Request fields = Request.cmd(Command.HMGET)
                .arg(RedisKeys.room(room))
                .arg(RoomFields.OWNER)
                .arg(RoomFields.STATUS);
        return redis.within(redis.trip(List.of(fields)).map(answers -> {
            Response owner = answers.getFirst().get(0);
            Response status = answers.getFirst().get(1);
            if (owner == null || status == null) {
                throw new NotThere("There is no room " + room + ".");
            }
            if (!RoomStatus.isLive(status.toString())) {
                throw new Refused(409, "Room " + room + " is over already.");
            }
            return owner.toString();
        }));
    }

    private static NodeId node(String id) {
        try {
            return new NodeId(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("'to' must be the id of a node, as /api/system/stats shows it.");
        }
    }
}
