package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator is told of a room that nobody can read: once, and only then. */
class NewerRoomsTest {
    private static final RoomId ROOM = new RoomId("AB12CD");

    private final VirtualTime time = new VirtualTime();
    private final Logger logger = Logger.getLogger(NewerRooms.class.getName());
    private final List<String> alarms = new ArrayList<>();
    private final List<Boolean> failures = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().startsWith("ALARM")) {
                alarms.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void close() {
        logger.removeHandler(listener);
    }

    @Test
    void whileNobodyReadsItEachTryIsCountedAndOneIsTold() {
        NewerRooms rooms = among(1);
        rooms.found(ROOM, 2);
        rooms.found(ROOM, 2);
        rooms.found(new RoomId("EF34AB"), 2);
        assertThat(failures).hasSize(3).containsOnly(false);
        assertThat(alarms).hasSize(2);
    }

    @Test
    void whatStaysIsToldAgain() {
        NewerRooms rooms = among(1);
        rooms.found(ROOM, 2);
        time.pass(Duration.ofMinutes(9));
        rooms.found(ROOM, 2);
        assertThat(alarms).hasSize(1);
        time.pass(Duration.ofMinutes(2));
        rooms.found(ROOM, 2);
        assertThat(alarms).hasSize(2);
    }

    @Test
    void whatANewerNodeTakesIsNothingToTell() {
        among(2).found(ROOM, 2);
        assertThat(failures).isEmpty();
        assertThat(alarms).isEmpty();
    }

    /** Where one ready node reads up to this schema. */
    private NewerRooms among(int reads) {
        NodeId newer = new NodeId("newer");
        return new NewerRooms(
                new SoleNode(newer, () -> new NodeRow(1, "Ready", 1, "test", reads, 1, 0, 100, "here")),
                new Measures() {
                    @Override
                    public void loadFailed(boolean broken) {
                        failures.add(broken);
                    }
                },
                time,
                1);
    }
}
