package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.MemoryNetwork;
import io.liaptui.ws.relay.RelayMessage;
import java.util.HashMap;
import java.util.Map;

/** Carries messages between nodes as badly as the protocol allows: lost, doubled, late, out of order. */
final class Network implements MemoryNetwork.Carrier {
    private final Scheduler scheduler;
    private final Dice dice;
    private final RedisServer redis;
    private final Watch watch;
    private final BoundsChecker bounds;
    private final Map<String, Long> lastArrival = new HashMap<>();
    private Plan.MessageRates rates;

    Network(
            Scheduler scheduler,
            Dice dice,
            RedisServer redis,
            Plan.MessageRates rates,
            Watch watch,
            BoundsChecker bounds) {
        this.bounds = bounds;
        this.scheduler = scheduler;
        this.dice = dice;
        this.redis = redis;
        this.rates = rates;
        this.watch = watch;
    }

    void carryWell() {
        rates = Plan.MessageRates.NONE;
    }

    @Override
    public void carry(NodeId from, NodeId to, RelayMessage message, Runnable arrive) {
        watch.sent(from, to, message);
        Runnable arrived = () -> {
            watch.arrived(from, to, message);
            arrive.run();
        };
        if (from.equals(to)) {
            // Never leaves the process
            scheduler.at(scheduler.now(), arrived);
            return;
        }
        if (!redis.hears(from) || !redis.hears(to) || redis.isDeaf(to) || dice.hits(rates.lost())) {
            return;
        }
        deliver(from, to, arrived);
        if (dice.hits(rates.doubled())) {
            deliver(from, to, arrived);
        }
    }

    private void deliver(NodeId from, NodeId to, Runnable arrive) {
        bounds.leaves(from, to);
        Runnable arrived = () -> {
            bounds.reaches(from, to);
            arrive.run();
        };
        if (dice.hits(rates.late())) {
            scheduler.after(dice.between(1_000L, 3_000_000L), arrived);
            return;
        }
        String link = from.value() + '>' + to.value();
        long time = Math.max(lastArrival.getOrDefault(link, 0L), scheduler.now() + dice.between(200L, 3_000L));
        lastArrival.put(link, time);
        scheduler.at(time, arrived);
    }
}
