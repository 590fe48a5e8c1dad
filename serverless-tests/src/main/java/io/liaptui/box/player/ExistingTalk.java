package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** As the existing client. */
final class ExistingTalk implements Talk {
    private final Play play;

    ExistingTalk(Play play) {
        this.play = play;
    }

    @Override
    public Optional<String> subprotocol() {
        return Optional.empty();
    }

    @Override
    public JsonObject ready(JsonObject ready) {
        return ready;
    }

    @Override
    public void opened(Line line) {
        play.on(move -> line.send(move.event(), move.data()));
    }

    @Override
    public void heard(Line line, Frame frame) {}

    /** It does not know that message, and waits a second by itself. */
    @Override
    public boolean heedsDelay() {
        return false;
    }

    @Override
    public boolean leavesPage() {
        return true;
    }

    @Override
    public void heardLate(Frame frame) {}

    @Override
    public void closedLate() {}
}
