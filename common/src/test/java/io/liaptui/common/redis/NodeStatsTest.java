package io.liaptui.common.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeStatsTest {
    @Test
    void whatANodeWroteIsRead() {
        NodeStats stats = new NodeStats(
                1,
                2,
                3,
                4,
                5,
                6,
                0.5,
                7,
                8,
                9,
                "b1",
                new NodeStats.Recovery(1, 2, 3, 4, 5, 6, 7, 8),
                10,
                new NodeTraffic(11, 12, 13, 14),
                new NodeLog(
                        15,
                        16,
                        List.of(new NodeLog.Line(17, "WARN", "io.liaptui.X", "room %s", "java.io.IOException"))));
        assertThat(NodeStats.fromJson(stats.toJson())).isEqualTo(stats);
    }

    @Test
    void anOlderReleaseSaysLess() {
        NodeStats old = NodeStats.fromJson("{\"time\":1,\"rooms\":3,\"build\":\"b0\"}");
        assertThat(old.rooms()).isEqualTo(3);
        assertThat(old.recovery()).isEqualTo(NodeStats.Recovery.NONE);
        assertThat(old.traffic()).isEqualTo(NodeTraffic.NONE);
        assertThat(old.log()).isEqualTo(NodeLog.NONE);
    }
}
