package io.liaptui.api.admin;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AdminOutcome.State;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.admin.CommandRecord;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to nodes: the record first, then the message, in one trip, which may be repeated because nodes carry a
 * command out once. Then it looks for the outcome for a while. Unlike reads this takes more than two trips.
 */
@Singleton
class Commands {
    private final RedisReads redis;
    private final AdminSettings settings;
    private final InstantSource clock;

    Commands(RedisReads redis, AdminSettings settings, InstantSource clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a task and waits for the outcome as long as the settings say.
     *
     * @param about the room, if it is about one
     * @param nodes to ask, at least one
     */
    Uni<CommandAnswer> send(AdminTask task, @Nullable String about, List<String> nodes) {
        AdminCommand command = new AdminCommand(newId(), task);
        List<Request> trip = new ArrayList<>();
        trip.add(record(command, about, nodes));
        trip.add(Request.cmd(Command.PEXPIRE)
                .arg(RedisKeys.command(command.id()))
                .arg(CommandRecord.LIVES.toMillis()));
        String envelope = AdminCodec.envelope(command);
        nodes.forEach(node -> trip.add(Request.cmd(Command.PUBLISH)
                .arg(RedisKeys.channel(new NodeId(node)))
                .arg(envelope)));
        return redis.within(redis.trip(trip)).chain(answers -> {
            List<String> deaf = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                if (answers.get(2 + i).toLong() == 0) {
                    deaf.add(nodes.get(i));
                }
            }
            long end = System.nanoTime() + settings.patience().toNanos();
            return unheard(command.id(), deaf).chain(() -> await(command.id(), end));
        });
    }

    /**
     * A command of the last hour and what came of it.
     *
     * @throws NotThere if there is none with this id, in the stage
     */
    Uni<CommandAnswer> read(String id) {
        if (!AdminCommand.isId(id)) {
            return Uni.createFrom().failure(() -> unknown(id));
        }
        Request all = Request.cmd(Command.HGETALL).arg(RedisKeys.command(id));
        return redis.within(redis.trip(List.of(all)).map(answers -> answer(id, answers.getFirst())));
    }

    private Uni<CommandAnswer> await(String id, long end) {
        return read(id).chain(answer -> isOver(answer) || System.nanoTime() - end > 0
                ? Uni.createFrom().item(answer)
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(settings.look())
                        .chain(() -> await(id, end)));
    }

    private static boolean isOver(CommandAnswer answer) {
        return answer.state().equals(State.DONE.text()) || answer.state().equals(State.FAILED.text());
    }

    private Request record(AdminCommand command, @Nullable String about, List<String> nodes) {
        Request record = Request.cmd(Command.HSET)
                .arg(RedisKeys.command(command.id()))
                .arg(CommandRecord.TASK)
                .arg(command.task().name())
                .arg(CommandRecord.ABOUT)
                .arg(about == null ? "" : about)
                .arg(CommandRecord.SENT)
                .arg(clock.millis());
        String sent = AdminCodec.write(new AdminOutcome(State.SENT, "The node has not answered yet.", clock.millis()));
        nodes.forEach(node -> record.arg(CommandRecord.NODE + node).arg(sent));
        return record;
    }

    private Uni<Void> unheard(String id, List<String> deaf) {
        if (deaf.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request record = Request.cmd(Command.HSET).arg(RedisKeys.command(id));
        String failed = AdminCodec.write(new AdminOutcome(
                State.FAILED,
                "The node does not listen: it is dead, or cut off. Try again in a moment.",
                clock.millis()));
        deaf.forEach(node -> record.arg(CommandRecord.NODE + node).arg(failed));
        return redis.within(redis.trip(List.of(record))).replaceWithVoid();
    }

    private static CommandAnswer answer(String id, Response flat) {
        if (flat.size() == 0) {
            throw unknown(id);
        }
        Map<String, AdminOutcome> outcomes = new TreeMap<>();
        for (String field : flat.getKeys()) {
            if (field.startsWith(CommandRecord.NODE)) {
                outcomes.put(
                        field.substring(CommandRecord.NODE.length()),
                        AdminCodec.outcome(flat.get(field).toString()));
            }
        }
        String about = text(flat, CommandRecord.ABOUT);
        State state = CommandAnswer.overall(
                outcomes.values().stream().map(AdminOutcome::state).toList());
        return new CommandAnswer(
                state != State.FAILED,
                id,
                text(flat, CommandRecord.TASK),
                about.isEmpty() ? null : about,
                state.text(),
                Instant.ofEpochMilli(Long.parseLong(text(flat, CommandRecord.SENT)))
                        .toString(),
                outcomes.entrySet().stream()
                        .map(each -> CommandAnswer.NodeOutcome.of(each.getKey(), each.getValue()))
                        .toList());
    }

    private static String text(Response flat, String field) {
        Response value = flat.get(field);
        return value == null ? field.equals(CommandRecord.SENT) ? "0" : "" : value.toString();
    }

    private static NotThere unknown(String id) {
        String shown = AdminCommand.isId(id) ? " " + id : "";
        return new NotThere("There is no command" + shown + " of the last hour.");
    }

    /** Drawn for each command, never before a snapshot of the process: its copies would draw the same. */
    static String newId() {
        byte[] bytes = new byte[AdminCommand.ID_DIGITS / 2];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
