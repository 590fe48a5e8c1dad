package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.simulation.RedisServer.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ways between nodes and Redis: what is asked takes time, arrives in order, and sometimes goes wrong. */
final class Trips {
    private final Set<NodeId> loaded = new HashSet<>();
    private final Map<NodeId, Long> lastArrival = new HashMap<>();
    private final Map<NodeId, Long> lastAnswer = new HashMap<>();
    private final RedisServer redis;
    private final Scheduler scheduler;
    private final Dice dice;
    private final long lag;
    private Plan.CallRates rates;

    Trips(RedisServer redis, Scheduler scheduler, Dice dice, Plan.CallRates rates, long lag) {
        this.redis = redis;
        this.scheduler = scheduler;
        this.dice = dice;
        this.rates = rates;
        this.lag = lag;
    }

    void goWell() {
        rates = Plan.CallRates.NONE;
    }

    /** Another server answers from now on. */
    void forgetScripts() {
        loaded.clear();
    }

    <T> void call(
            Host from,
            Kind kind,
            Supplier<CompletionStage<T>> call,
            Consumer<CompletionStage<T>> answered,
            Runnable refused) {
        if (redis.isCut(from.id()) || dice.hits(rates.lost())) {
            return;
        }
        if (dice.hits(rates.late())) {
            // The buffer of a connection that was given up runs long after; nobody hears the answer
            long asked = redis.life();
            scheduler.after(dice.between(1_200_000L, 180_000_000L), () -> {
                // Connections do not outlive the server that they lead to
                if (asked == redis.life()) {
                    carryOut(from, kind, call, _ -> {}, () -> {});
                }
            });
            return;
        }
        boolean mute = dice.hits(rates.unanswered());
        long slow = dice.hits(rates.slow()) ? dice.between(20_000L, 900_000L) : 0;
        Consumer<CompletionStage<T>> hear = answer -> {
            if (!mute && !redis.isCut(from.id())) {
                back(from, () -> answered.accept(answer));
            }
        };
        arrive(from, slow, () -> carryOut(from, kind, call, hear, () -> back(from, refused)));
    }

    private void arrive(Host from, long slow, Runnable there) {
        scheduler.at(inOrder(lastArrival, from.id(), dice.between(50L, 400L) + slow), there);
    }

    private <T> void carryOut(
            Host from,
            Kind kind,
            Supplier<CompletionStage<T>> call,
            Consumer<CompletionStage<T>> answer,
            Runnable refused) {
        switch (redis.mode()) {
            case FROZEN -> redis.hold(() -> carryOut(from, kind, call, answer, refused));
            case AWAY -> refused.run();
            case FULL -> {
                if (kind == Kind.READ) {
                    answer.accept(call.get());
                } else {
                    refused.run();
                }
            }
            case UP -> {
                if (kind == Kind.SCRIPT && redis.life() > 0 && !loaded.contains(from.id())) {
                    // NOSCRIPT: the node loads them and sends the same bytes again; what it sent since comes before
                    back(
                            from,
                            () -> arrive(from, 0, () -> {
                                loaded.add(from.id());
                                carryOut(from, kind, call, answer, refused);
                            }));
                } else {
                    replicated(kind, call.get(), answer);
                }
            }
        }
    }

    /** With durability {@code replica} a write is answered when the replica has it, and never if it goes there. */
    private <T> void replicated(Kind kind, CompletionStage<T> done, Consumer<CompletionStage<T>> answer) {
        if (lag == 0 || kind != Kind.SCRIPT) {
            answer.accept(done);
            return;
        }
        long carriedOut = redis.life();
        scheduler.after(lag, () -> {
            if (carriedOut == redis.life()) {
                answer.accept(done);
            }
        });
    }

    private void back(Host to, Runnable heard) {
        scheduler.at(inOrder(lastAnswer, to.id(), dice.between(50L, 400L)), () -> to.run(heard));
    }

    private long inOrder(Map<NodeId, Long> last, NodeId node, long delay) {
        long time = Math.max(last.getOrDefault(node, 0L), scheduler.now() + delay);
        last.put(node, time);
        return time;
    }
}
