package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.JournalFixtures.opening;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every index does. */
abstract class RoomIndexContract {
    static final RoomId ONE = new RoomId("111111");
    static final RoomId TWO = new RoomId("222222");
    static final RoomId GHOST = new RoomId("333333");

    abstract RoomIndex index();

    abstract RoomJournal journal();

    @Test
    void roomsAreListedNewestFirstAndGhostsLeftOut() {
        create(ONE);
        create(TWO);
        await(index().place(ONE, Shelf.OPEN, 1_700_000_000_001L));
        await(index().place(TWO, Shelf.OPEN, 1_700_000_000_002L));
        await(index().place(GHOST, Shelf.OPEN, 1_700_000_000_003L));

        assertThat(await(index().list(Shelf.OPEN, 10)).keySet()).containsExactly(TWO, ONE);
        assertThat(await(index().list(Shelf.OPEN, 10)).get(ONE)).containsEntry(RoomFields.OWNER, A.value());
        assertThat(await(index().list(Shelf.OPEN, 2)).keySet()).containsExactly(TWO);
        assertThat(await(index().list(Shelf.LIVE, 10))).isEmpty();
    }

    @Test
    void aRoomStandsOnOneShelf() {
        create(ONE);
        await(index().place(ONE, Shelf.OPEN, 1));
        await(index().place(ONE, Shelf.LIVE, 2));
        assertThat(await(index().list(Shelf.OPEN, 10))).isEmpty();
        assertThat(await(index().list(Shelf.LIVE, 10))).containsOnlyKeys(ONE);
        await(index().place(ONE, Shelf.DONE, 3));
        assertThat(await(index().list(Shelf.LIVE, 10))).isEmpty();
        await(index().remove(ONE));
        assertThat(await(index().list(Shelf.DONE, 10))).isEmpty();
    }

    @Test
    void theRoomsOfANodeAreKeptByNode() {
        await(index().expect(A, ONE));
        await(index().expect(A, ONE));
        await(index().expect(A, TWO));
        await(index().expect(B, GHOST));
        assertThat(await(index().roomsOf(A))).containsExactlyInAnyOrder(ONE, TWO);

        await(index().release(A, List.of(ONE, GHOST)));
        await(index().release(A, List.of()));
        assertThat(await(index().roomsOf(A))).containsExactly(TWO);
        assertThat(await(index().roomsOf(B))).containsExactly(GHOST);
        await(index().release(A, List.of(TWO)));
        assertThat(await(index().roomsOf(A))).isEmpty();
    }

    private void create(RoomId room) {
        await(journal().create(room, A, room.value(), firstEntry(), opening()));
    }
}
