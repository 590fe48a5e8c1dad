package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.ROOM;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLogTest extends RoomLogContract {
    private final RedisProcess redis = new RedisProcess();
    private final RedisSettings settings = RedisProcess.settings(RedisSettings.class);
    private final RedisLog log = new RedisLog(redis.vertx(), redis.options(), settings);
    private final RedisJournal journal = new RedisJournal(redis.vertx(), redis.options(), settings);

    @AfterEach
    void stop() {
        log.close();
        journal.close();
        redis.close();
    }

    @Override
    RoomLog log() {
        return log;
    }

    @Override
    RoomJournal journal() {
        return journal;
    }

    @Test
    void aStrangersEntryIsAnErrorAndNotLeftOut() {
        redis.run(Command.XADD, RedisKeys.log(ROOM), "1-0", "what", "ever");
        assertThatThrownBy(() -> log.after(ROOM, 0, 5).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogWithoutServerSaysSo() {
        redis.stop();
        assertThatThrownBy(() -> log.after(ROOM, 0, 5).toCompletableFuture().get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(JournalAway.class);
        redis.startEmpty();
    }
}
