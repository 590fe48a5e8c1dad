package io.liaptui.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.impl.types.ErrorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are tried again, and which are an outage, by the texts that the client gives them. */
class RedisReadsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECTION_CLOSED",
                "ERR [0] CONNECTION_CLOSED",
                "ERR [0] io.netty.channel.StacklessClosedChannelException",
                "ERR [0] java.io.IOException: Connection reset\nERR [1] java.io.IOException: Connection reset"
            })
    void aLostConnectionIsNoAnswerOfRedis(String text) {
        assertThat(RedisReads.isRefusal(ErrorType.create(text))).isFalse();
        assertThat(RedisReads.isAway(ErrorType.create(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR [0] unknown command 'X'",
                "ERR [0] NOSCRIPT No matching script. Please use EVAL.",
                "WRONGTYPE Operation against a key holding the wrong kind of value"
            })
    void whatRedisRefusesIsNotTriedAgainAndNoOutage(String text) {
        assertThat(RedisReads.isRefusal(ErrorType.create(text))).isTrue();
        assertThat(RedisReads.isAway(ErrorType.create(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LOADING Redis is loading the dataset in memory", "ERR [1] MASTERDOWN Link with MASTER is down"})
    void aServerThatCannotServeNowIsAway(String text) {
        assertThat(RedisReads.isRefusal(ErrorType.create(text))).isTrue();
        assertThat(RedisReads.isAway(ErrorType.create(text))).isTrue();
    }
}
