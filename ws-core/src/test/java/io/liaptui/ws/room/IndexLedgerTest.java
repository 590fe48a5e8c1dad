package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import io.liaptui.ws.testkit.VirtualTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexLedgerTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId me = cluster.node("a");

    @Test
    void aRoomStaysListedUntilTheJournalHasClosedIt() {
        VirtualTime time = cluster.time();
        MemoryJournal journal = cluster.journal();
        MemoryIndex index = new MemoryIndex(journal);
        RoomId room =
                RoomId.parse(new Person(cluster, "Ann", me).createRoom(me)).orElseThrow();
        IndexLedger ledger = new IndexLedger(me, index, time, time, () -> {});
        ledger.place(room, RoomStatus.CLOSED);
        Set<RoomId> done = new HashSet<>();
        index.list(Shelf.DONE, 10).thenAccept(found -> done.addAll(found.keySet()));
        time.settle();
        assertThat(done).containsExactly(room);
    }
}
