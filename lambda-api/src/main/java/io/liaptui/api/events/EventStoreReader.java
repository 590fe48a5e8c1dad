package io.liaptui.api.events;

import io.liaptui.api.redis.RedisReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Counts what the journal holds in two trips: the indexes, then the hashes of the rooms that were touched last. */
@Singleton
class EventStoreReader {
    private final RedisReads redis;
    private final InstantSource clock;

    EventStoreReader(RedisReads redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Uni<EventStoreStats> read() {
        return redis.within(
                redis.trip(EventCounts.questions()).map(EventCounts::newest).chain(counts -> redis.trip(counts.rooms())
                        .map(hashes -> stats(counts, hashes, clock.instant()))));
    }

    private static EventStoreStats stats(EventCounts counts, List<Response> hashes, Instant now) {
        EventStoreStats.Statistics statistics = counts.statistics(hashes, now);
        return new EventStoreStats(
                true,
                statistics,
                new EventStoreStats.StoreHealth(
                        "healthy",
                        true,
                        statistics.total(),
                        statistics.current(),
                        BigDecimal.valueOf(now.toEpochMilli(), 3)),
                new EventStoreStats.Features(true, true, true));
    }
}
