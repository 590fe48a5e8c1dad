package io.liaptui.ws.journal;

import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import org.junit.jupiter.api.AfterEach;

class RedisDirectoryTest extends DirectoryContract {
    private final RedisProcess redis = new RedisProcess();
    private final RedisSettings settings = RedisProcess.settings(RedisSettings.class);
    private final RedisDirectory directory = new RedisDirectory(redis.vertx(), redis.options(), settings);
    private final RedisIndex index = new RedisIndex(redis.vertx(), redis.options(), settings);
    private final RedisJournal journal = new RedisJournal(redis.vertx(), redis.options(), settings);

    @AfterEach
    void stop() {
        directory.close();
        index.close();
        journal.close();
        redis.close();
    }

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    RoomIndex index() {
        return index;
    }

    @Override
    RoomJournal journal() {
        return journal;
    }
}
