package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.journal.RoomJournal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The journal as one node reaches it. What the server does is told where it does it, whether or not anybody hears of it. */
final class JournalClient implements RoomJournal {
    private final NodeId me;
    private final Schema schema;
    private final Calls calls;
    private final RedisServer redis;
    private final Watch watch;

    JournalClient(NodeId me, Schema schema, Calls calls, RedisServer redis, Watch watch) {
        this.me = me;
        this.schema = schema;
        this.calls = calls;
        this.redis = redis;
        this.watch = watch;
    }

    @Override
    public CompletionStage<Created> create(RoomId room, NodeId node, String createId, Entry first, RoomWrite write) {
        return calls.untilAnswered(
                () -> redis.journal().create(room, node, createId, first, write).thenApply(answer -> {
                    if (answer instanceof Created.Fresh(var epoch)) {
                        redis.written(room, schema.writes());
                        watch.created(room, node, epoch, first.inEpoch(epoch));
                    }
                    return answer;
                }));
    }

    @Override
    public CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
        watch.claiming(me, room, seenOwner);
        return calls.untilAnswered(() -> redis.journal()
                // Who reads nothing is refused as too old
                .claim(room, node, seenOwner, seenEpoch, redis.schemaOf(room) > reads ? 0 : reads)
                .thenApply(answer -> {
                    if (answer instanceof Claim.Claimed claimed) {
                        watch.claimed(room, node, claimed.epoch());
                    }
                    return answer;
                }));
    }

    @Override
    public CompletionStage<Outcome> append(Fence fence, long expected, List<Entry> entries, RoomWrite write) {
        watch.appending(fence, expected);
        return calls.untilAnswered(() -> redis.journal()
                        .append(fence, expected, entries, write)
                        .thenApply(answer -> {
                            if (answer instanceof Outcome.Done(var number, var repeated) && repeated) {
                                watch.storedBefore(fence, entries);
                            } else if (answer instanceof Outcome.Done) {
                                redis.written(fence.room(), schema.writes());
                                watch.stored(fence, entries);
                            }
                            return answer;
                        }))
                .thenApply(answer -> {
                    watch.appendAnswered(fence, expected);
                    return answer;
                });
    }

    @Override
    public CompletionStage<Outcome> check(Fence fence) {
        return calls.once(RedisServer.Kind.READ, () -> redis.journal().check(fence));
    }

    @Override
    public CompletionStage<Bind> bind(RoomId room, String tokenHash) {
        return calls.once(
                RedisServer.Kind.SCRIPT,
                () -> redis.journal().bind(room, tokenHash).thenApply(answer -> {
                    if (answer instanceof Bind.Bound(var seat, var player, var generation, var owner, var epoch)) {
                        watch.bound(me, room, seat, player, generation);
                    }
                    return answer;
                }));
    }

    @Override
    public CompletionStage<Outcome> handover(Fence fence, long version, NodeId successor, Snapshot snapshot) {
        return calls.untilAnswered(() -> redis.journal()
                .handover(fence, version, successor, snapshot)
                .thenApply(answer -> {
                    if (answer instanceof Outcome.Done(var epoch, var repeated)) {
                        redis.written(fence.room(), schema.writes());
                        watch.handed(fence.room(), successor, epoch);
                    }
                    return answer;
                }));
    }

    @Override
    public CompletionStage<Outcome> restore(Fence fence, Remembered memory) {
        return calls.untilAnswered(() -> redis.journal().restore(fence, memory).thenApply(answer -> {
            if (answer instanceof Outcome.Done(var number, var repeated) && !repeated) {
                redis.written(fence.room(), schema.writes());
                watch.restored(fence, memory);
            }
            return answer;
        }));
    }

    @Override
    public void onReturn(Runnable listener) {
        calls.onReturn(listener);
    }

    @Override
    public CompletionStage<Outcome> close(Fence fence, long version, Ending ending) {
        return calls.untilAnswered(
                () -> redis.journal().close(fence, version, ending).thenApply(answer -> {
                    if (answer instanceof Outcome.Done(var number, var repeated) && !repeated) {
                        watch.ended(fence.room());
                    }
                    return answer;
                }));
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> look(RoomId room) {
        return calls.once(
                RedisServer.Kind.READ,
                () -> redis.journal().look(room).thenApply(found -> found.map(hash -> redis.withSchema(room, hash))));
    }

    @Override
    public Schema schema() {
        return schema;
    }
}
