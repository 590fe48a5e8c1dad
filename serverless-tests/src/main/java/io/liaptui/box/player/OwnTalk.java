package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As our own client: it says how far it has seen, numbers its commands, and says one again that got no answer, with its old
 * number, once it has seen everything. When a game begins it opens a second socket and leaves the first to the server to
 * close. When its node goes it opens another socket, too, speaks there from then on, and leaves the first when the other has
 * shown everything. Whatever it is shown is checked: see {@link Steps}; and the first socket is shown nothing after the second.
 */
final class OwnTalk implements Talk {
    private final Play play;
    private final Witness witness;
    private final String session = UUID.randomUUID().toString().replace("-", "");
    private final Steps steps = new Steps();
    private Optional<String> token = Optional.empty();
    private long commands;
    private long sync;
    private @Nullable Open open;
    private boolean takesOver;
    private boolean formerOpen;
    private @Nullable Seq tookOverAt;
    private @Nullable Line speaksOn;
    private String node = "";
    private String nodeLeft = "";

    /** A command without an answer. */
    private record Open(long number, Move move) {}

    OwnTalk(Play play, Witness witness) {
        this.play = play;
        this.witness = witness;
    }

    @Override
    public Optional<String> subprotocol() {
        return Optional.of("liap.v2");
    }

    @Override
    public JsonObject ready(JsonObject ready) {
        token.ifPresent(text -> ready.put("resume_token", text));
        if (takesOver) {
            steps.forget();
        } else {
            steps.seen()
                    .ifPresent(seen -> ready.put(
                            "seen",
                            new JsonObject()
                                    .put("epoch", seen.epoch())
                                    .put("frame", seen.frame())
                                    .put("version", seen.version())));
        }
        return ready.put("session", session);
    }

    /** Plays only when all has been seen, for it may have been answered already. */
    @Override
    public void opened(Line line) {
        steps.reopened();
        openedBeside(line);
    }

    @Override
    public void openedBeside(Line next) {
        speaksOn = next;
        if (!next.channel().equals("lobby")) {
            ask(next);
        }
    }

    @Override
    public void backTo(Line old) {
        openedBeside(old);
    }

    @Override
    public void changedOver() {
        steps.reopened();
        nodeLeft = node;
    }

    @Override
    public boolean knows(Seq seq) {
        return steps.knows(seq);
    }

    @Override
    public boolean isBehind(Seq seq) {
        return steps.seen().filter(seen -> seen.isAfter(seq)).isPresent();
    }

    @Override
    public boolean inStep() {
        return steps.inStep();
    }

    @Override
    public boolean heedsDelay() {
        return true;
    }

    private void ask(Line line) {
        sync = ++commands;
        line.send("get_room_state", new JsonObject(), sync);
    }

    @Override
    public void heard(Line line, Frame frame) {
        Seq seq = frame.seq();
        if (seq != null) {
            steps.take(frame.event(), seq).ifPresent(witness::wrong);
            if (takesOver && !seq.more()) {
                takesOver = false;
                tookOverAt = seq;
            }
        }
        switch (frame.event()) {
            case "room_created", "room_joined" ->
                token = Optional.ofNullable(frame.data().getString("resume_token"))
                        .or(() -> token);
            case "hello" -> arrived(frame.data().getString("node"));
            case "ack" -> answered(line, frame.data().getLong("command"));
            case "error" -> {
                if (sync > 0 && "unavailable".equals(frame.data().getString("type"))) {
                    ask(line);
                }
            }
            case "phase_change" -> {
                if (frame.shows("game_over") && formerOpen) {
                    formerOpen = false;
                    witness.twoSockets();
                }
            }
            default -> {}
        }
    }

    private void arrived(String at) {
        if (at.equals(nodeLeft)) {
            witness.wrong("it opened another socket, and that was at " + at + " again");
        }
        node = at;
        nodeLeft = "";
    }

    private void answered(Line line, long number) {
        if (number < 1 || number > commands) {
            witness.wrong("command " + number + " was acknowledged, the last one is " + commands);
        }
        Open unanswered = open;
        if (unanswered != null && unanswered.number() == number) {
            open = null;
        }
        if (number == sync) {
            sync = 0;
            play.on(this::command);
            Open lost = open;
            // What was said after the question is on its way on the same socket
            if (lost != null && lost.number() < number && !play.sayAgain(lost.move())) {
                open = null;
            }
            play.ask();
        }
    }

    private void command(Move move) {
        Line line = speaksOn;
        if (line == null) {
            return;
        }
        Open last = open;
        Open now = last != null && last.move().key().equals(move.key()) ? last : new Open(++commands, move);
        open = now;
        line.send(now.move().event(), now.move().data(), now.number());
    }

    @Override
    public boolean leavesPage() {
        takesOver = true;
        formerOpen = true;
        tookOverAt = null;
        witness.takesOver();
        return false;
    }

    @Override
    public void heardLate(Frame frame) {
        Seq seq = frame.seq();
        Seq since = tookOverAt;
        if (seq != null && since != null && seq.isAfter(since)) {
            witness.wrong("its older socket was shown " + seq + " after the newer one had been shown " + since);
        }
    }

    @Override
    public void closedLate() {
        formerOpen = false;
        witness.olderClosed();
    }
}
