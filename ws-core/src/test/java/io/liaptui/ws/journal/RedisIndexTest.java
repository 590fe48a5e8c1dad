package io.liaptui.ws.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisIndexTest extends RoomIndexContract {
    private final RedisProcess redis = new RedisProcess();
    private final RedisSettings settings = RedisProcess.settings(RedisSettings.class);
    private final RedisIndex index = new RedisIndex(redis.vertx(), redis.options(), settings);
    private final RedisJournal journal = new RedisJournal(redis.vertx(), redis.options(), settings);

    @AfterEach
    void stop() {
        index.close();
        journal.close();
        redis.close();
    }

    @Override
    RoomIndex index() {
        return index;
    }

    @Override
    RoomJournal journal() {
        return journal;
    }

    @Test
    void whatIsNoRoomInTheListIsLeftOut() {
        redis.run(Command.ZADD, RedisKeys.OPEN, 1, "not a room");
        assertThat(RoomJournalContract.await(index.list(RoomIndex.Shelf.OPEN, 10)))
                .isEmpty();
    }

    @Test
    void anIndexWithoutServerSaysSo() {
        redis.stop();
        assertThatThrownBy(() -> index.expect(JournalFixtures.A, ONE)
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(JournalAway.class);
        redis.startEmpty();
    }
}
