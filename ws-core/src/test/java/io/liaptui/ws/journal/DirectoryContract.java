package io.liaptui.ws.journal;

import static io.liaptui.ws.journal.JournalFixtures.A;
import static io.liaptui.ws.journal.JournalFixtures.B;
import static io.liaptui.ws.journal.JournalFixtures.firstEntry;
import static io.liaptui.ws.journal.RoomJournalContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Directory.Facts;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every directory tells. */
abstract class DirectoryContract {
    private static final RoomId ONE = new RoomId("111111");
    private static final RoomId TWO = new RoomId("222222");
    private static final RoomId GHOST = new RoomId("333333");

    abstract Directory directory();

    abstract RoomIndex index();

    abstract RoomJournal journal();

    @Test
    void aShelfIsListedAsItIsGhostsToo() {
        create(ONE, "open");
        await(index().place(ONE, Shelf.OPEN, 5));
        await(index().place(GHOST, Shelf.OPEN, 6));
        await(index().place(TWO, Shelf.DONE, 7));
        assertThat(await(directory().listed(Shelf.OPEN))).containsExactlyInAnyOrder(ONE, GHOST);
        assertThat(await(directory().listed(Shelf.DONE))).containsExactly(TWO);
        assertThat(await(directory().listed(Shelf.LIVE))).isEmpty();
    }

    @Test
    void factsAreWhatTheHashesSayAndOnlyOfRoomsThatHaveOne() {
        create(ONE, "open");
        long epoch = create(TWO, "finished");
        await(journal().close(new Fence(TWO, A, epoch), 1, Ending.ARCHIVED));
        assertThat(await(directory().facts(List.of(ONE, TWO, GHOST))))
                .isEqualTo(Map.of(ONE, new Facts(A, "open", 77), TWO, new Facts(A, "archived", 77)));
        assertThat(await(directory().facts(List.of()))).isEmpty();
    }

    @Test
    void factsFollowTheOwner() {
        long epoch = create(ONE, "running");
        await(journal().claim(ONE, B, A, epoch, 1));
        assertThat(await(directory().facts(List.of(ONE))).get(ONE).owner()).isEqualTo(B);
    }

    @Test
    void whatIsOverIsNotAlive() {
        assertThat(List.of("open", "running", "finished")).allMatch(status -> new Facts(A, status, 1).isLive());
        assertThat(List.of("archived", "closed", "broken", "other"))
                .noneMatch(status -> new Facts(A, status, 1).isLive());
    }

    @Test
    void aListLongerThanAPageIsReadWhole() {
        List<RoomId> many = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            RoomId room = new RoomId("%06X".formatted(i));
            many.add(room);
            await(index().place(room, Shelf.LIVE, i));
        }
        create(many.get(1_202), "running");
        assertThat(await(directory().listed(Shelf.LIVE))).containsExactlyInAnyOrderElementsOf(many);
        assertThat(await(directory().facts(many))).containsOnlyKeys(many.get(1_202));
    }

    private long create(RoomId room, String status) {
        RoomJournal.RoomWrite write = RoomJournal.RoomWrite.of(
                Map.of("game", "liaptui", "status", status, "schema", "1", "events", "1", "touched", "77"));
        return ((RoomJournal.Created.Fresh) await(journal().create(room, A, room.value(), firstEntry(), write)))
                .epoch();
    }
}
