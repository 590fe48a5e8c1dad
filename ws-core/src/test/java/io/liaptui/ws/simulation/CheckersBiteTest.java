package io.liaptui.ws.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal.Append;
import io.liaptui.ws.relay.RelayMessage;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nodes and journals that are built wrong on purpose: each flaw is found by the invariant that forbids it. */
class CheckersBiteTest {
    private static final int SEEDS = 200;

    @Test
    void aJournalThatIgnoresTheFence() {
        Flaws flaws = Flaws.ofServer(journal -> new FlawedJournal(
                journal, (right, fence, expected, entries, write) -> right.append(fence, expected, entries, write)
                        .thenApply(answer -> answer instanceof Append.Fenced
                                ? new Append.Stored(expected + entries.size())
                                : answer)));
        assertThat(found(flaws)).startsWith("invariant 4");
    }

    @Test
    void aRoomThatTellsBeforeTheAnswer() {
        Flaws flaws = Flaws.ofClient(journal -> new FlawedJournal(journal, (right, fence, expected, entries, write) -> {
            right.append(fence, expected, entries, write);
            return CompletableFuture.completedStage(new Append.Stored(expected + entries.size()));
        }));
        assertThat(found(flaws)).startsWith("invariant 2");
    }

    @Test
    void aNodeThatSendsEveryStepToEveryNode() {
        Flaws flaws = Flaws.ofRelay(relay -> {
            Set<NodeId> known = new LinkedHashSet<>();
            return new FlawedRelay(relay, (right, to, message) -> {
                known.add(to);
                if (message instanceof RelayMessage.Step) {
                    known.forEach(each -> right.send(each, message));
                } else {
                    right.send(to, message);
                }
            });
        });
        assertThat(found(flaws)).startsWith("invariant 6");
    }

    @Test
    void aNodeThatAttachesWithAGenerationItWasNotGiven() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(
                relay,
                (right, to, message) -> right.send(
                        to,
                        message instanceof RelayMessage.Attach attach
                                ? new RelayMessage.Attach(
                                        attach.room(),
                                        attach.socket(),
                                        attach.seat(),
                                        attach.generation() + 1,
                                        attach.haveEpoch(),
                                        attach.haveNumber())
                                : message)));
        assertThat(found(flaws)).startsWith("invariant 6");
    }

    @Test
    void nodesThatDoNotSayWhereTheirRoomsStand() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(relay, (right, to, message) -> {
            if (!(message instanceof RelayMessage.Beat)) {
                right.send(to, message);
            }
        }));
        assertThat(found(flaws)).startsWith("invariant 12");
    }

    @Test
    void aNodeThatSaysGoodbyeAThousandTimes() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(relay, (right, to, message) -> {
            right.send(to, message);
            if (message instanceof RelayMessage.Detach) {
                for (int i = 0; i < 1_000; i++) {
                    right.send(to, message);
                }
            }
        }));
        assertThat(found(flaws)).startsWith("invariant 10");
    }

    @Test
    void aNodeThatKeepsItsRoomsInNoList() {
        Flaws flaws = Flaws.ofIndex(index -> new FlawedIndex(
                index,
                (right, room, shelf, touched) -> shelf == RoomIndex.Shelf.LIVE
                        ? CompletableFuture.completedStage(null)
                        : right.place(room, shelf, touched)));
        assertThat(found(flaws)).startsWith("invariant 12 (lists");
    }

    /** What is said of the first seed that fails. */
    private static String found(Flaws flaws) {
        try (Defects _ = new Defects()) {
            return LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed ->
                            Simulation.run(seed, Plan.draw(seed), flaws, false).failure())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(Throwable::getMessage)
                    .orElse("nothing in " + SEEDS + " seeds");
        }
    }
}
