package io.liaptui.ws.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.ownership.NodeBoard;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.socket.RawSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nodes and journals that are built wrong on purpose: each flaw is found by the invariant that forbids it. */
class CheckersBiteTest {
    private static final int SEEDS = 200;

    @Test
    void aJournalThatIgnoresTheFence() {
        Flaws flaws = Flaws.ofServer(journal -> new FlawedJournal(
                journal, (right, fence, expected, entries, write) -> right.append(fence, expected, entries, write)
                        .thenApply(answer -> answer instanceof Outcome.Fenced
                                ? new Outcome.Done(expected + entries.size(), false)
                                : answer)));
        assertThat(found(flaws)).startsWith("invariant 4");
    }

    @Test
    void aRoomThatTellsBeforeTheAnswer() {
        Flaws flaws = Flaws.ofClient(journal -> new FlawedJournal(journal, (right, fence, expected, entries, write) -> {
            right.append(fence, expected, entries, write);
            return CompletableFuture.completedStage(new Outcome.Done(expected + entries.size(), false));
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
    void nodesWhoseBeatsNeverSayThatSomethingIsMissing() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(
                relay,
                (right, to, message) -> right.send(
                        to,
                        message instanceof RelayMessage.Beat(var marks)
                                ? new RelayMessage.Beat(marks.stream()
                                        .map(mark -> new RelayMessage.Mark(mark.room(), mark.epoch(), 0, mark.crowd()))
                                        .toList())
                                : message)));
        // In a fast game the next step shows at once that one is missing
        assertThat(found(flaws, seed -> Plan.draw(seed).slow())).startsWith("invariant 12");
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

    @Test
    void aRedisThatAnswersBeforeItsReplicaHasTheWrite() {
        assertThat(found(Flaws.ofDurability())).startsWith("invariant 3 (what was answered");
    }

    @Test
    void aFleetInWhichEverybodyMayLeave() {
        assertThat(found(Flaws.ofBoard(AllMayLeave::new))).startsWith("invariant 14");
    }

    /** As it was: each node asks nobody but itself. */
    private record AllMayLeave(NodeBoard right) implements NodeBoard {
        @Override
        public CompletionStage<Sight> round(NodeId me, NodeRow row, Set<NodeId> listeners) {
            return right.round(me, row, listeners);
        }

        @Override
        public CompletionStage<Leave> leave(NodeId me) {
            return CompletableFuture.completedStage(Leave.GRANTED);
        }
    }

    @Test
    void aNodeThatClaimsRoomsOfANewerSchema() {
        Flaws flaws = Flaws.ofClient(journal -> new FlawedJournal(journal, RoomJournal::append) {
            @Override
            public CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
                return journal.claim(room, node, seenOwner, seenEpoch, 99);
            }
        });
        assertThat(found(flaws)).startsWith("invariant (nobody guesses");
    }

    @Test
    void aNodeThatTellsOurClientEverythingTwice() {
        Flaws flaws = Flaws.ofSocket(socket -> new RawSocket.Receiver() {
            @Override
            public void shown(String text) {
                socket.shown(text);
                socket.shown(text);
            }

            @Override
            public void closed(int code) {
                socket.closed(code);
            }
        });
        assertThat(found(flaws)).startsWith("invariant 5 (what our own client sees)");
    }

    @Test
    void aNodeWhoseHistoryGoesBackInTime() {
        Flaws flaws = Flaws.ofClient(journal -> new FlawedJournal(
                journal,
                (right, fence, expected, entries, write) -> right.append(
                        fence,
                        expected,
                        entries.stream()
                                .map(entry -> at(entry, entry.time() - 60_000 * entry.version()))
                                .toList(),
                        write)));
        assertThat(found(flaws)).startsWith("invariant 1 (the log)").contains("time");
    }

    @Test
    void aJournalThatSaysItHadTheEntriesBefore() {
        Flaws flaws = Flaws.ofServer(journal -> new FlawedJournal(
                journal,
                (right, fence, expected, entries, write) -> expected % 5 == 0
                        ? CompletableFuture.completedStage(new Outcome.Done(expected + entries.size(), true))
                        : right.append(fence, expected, entries, write)));
        assertThat(found(flaws)).startsWith("invariant 1 (the log)").contains("counts as stored before");
    }

    @Test
    void aNodeThatSaysYesToWhatItRefused() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(
                relay,
                (right, to, message) -> right.send(
                        to,
                        message instanceof RelayMessage.Answer answer
                                ? new RelayMessage.Answer(answer.room(), answer.socket(), answer.number(), List.of())
                                : message)));
        assertThat(found(flaws)).startsWith("invariant 3 (accepted is stored once)");
    }

    @Test
    void aNodeThatClosesNoSocketWhoseSeatHasANewerOne() {
        Flaws flaws = Flaws.ofRelay(relay -> new FlawedRelay(relay, (right, to, message) -> {
            if (!(message instanceof RelayMessage.Kick)) {
                right.send(to, message);
            }
        }));
        assertThat(found(flaws)).startsWith("invariant 7 (the newest socket has the seat)");
    }

    @Test
    void aNodeThatGivesTimersOfRoomsThatItTakesNoTime() {
        Flaws flaws = Flaws.ofClient(journal -> new FlawedJournal(journal, RoomJournal::append) {
            @Override
            public CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
                return journal.claim(room, node, seenOwner, seenEpoch, reads)
                        .thenApply(answer -> answer instanceof Claim.Claimed claimed
                                ? CheckersBiteTest.withoutTime(claimed)
                                : answer);
            }
        });
        assertThat(found(flaws)).startsWith("invariant 8 (nobody gets less time)");
    }

    /** It asks for an epoch that never was, so that only the checker can notice. */
    @Test
    void aNodeThatClaimsEveryRoomThatItLooksAt() {
        Flaws flaws = Flaws.ofClient(journal -> {
            AtomicReference<NodeId> me = new AtomicReference<>();
            return new FlawedJournal(journal, RoomJournal::append) {
                @Override
                public CompletionStage<Created> create(
                        RoomId room, NodeId node, String createId, Entry first, RoomWrite write) {
                    me.set(node);
                    return journal.create(room, node, createId, first, write);
                }

                @Override
                public CompletionStage<Optional<Map<String, String>>> look(RoomId room) {
                    NodeId node = me.get();
                    if (node != null) {
                        journal.claim(room, node, new NodeId("another"), 1, 1);
                    }
                    return journal.look(room);
                }
            };
        });
        assertThat(found(flaws)).startsWith("invariant 9 (claims)");
    }

    private static Entry at(Entry entry, long time) {
        return new Entry(
                entry.version(),
                entry.epoch(),
                time,
                entry.firstEvent(),
                entry.events(),
                entry.commands(),
                entry.left(),
                entry.hash(),
                entry.more());
    }

    private static Claim.Claimed withoutTime(Claim.Claimed claimed) {
        return new Claim.Claimed(
                claimed.epoch(),
                claimed.hash(),
                claimed.snapshot()
                        .map(snapshot -> new RoomJournal.Snapshot(
                                snapshot.schema(),
                                snapshot.version(),
                                snapshot.epoch(),
                                snapshot.body().replaceAll("\"left\":\\d+", "\"left\":0"))),
                claimed.entries().stream()
                        .map(entry -> new Entry(
                                entry.version(),
                                entry.epoch(),
                                entry.time(),
                                entry.firstEvent(),
                                entry.events(),
                                entry.commands(),
                                entry.left() < 0 ? -1 : 0,
                                entry.hash()))
                        .toList(),
                claimed.seats());
    }

    /** What is said of the first seed that fails. */
    private static String found(Flaws flaws) {
        return found(flaws, Plan::draw);
    }

    private static String found(Flaws flaws, LongFunction<Plan> plans) {
        try (Defects _ = new Defects()) {
            return LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed -> Simulation.run(seed, plans.apply(seed), flaws, false)
                            .failure())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(Throwable::getMessage)
                    .orElse("nothing in " + SEEDS + " seeds");
        }
    }
}
