package io.liaptui.box.pages;

import java.net.URI;

/** The pages before the game: name, lobby, room. */
final class DoorPages {
    private final Visitor visitor;

    DoorPages(Visitor visitor) {
        this.visitor = visitor;
    }

    void enterAs(String name, URI box) {
        visitor.page().navigate(box.toString());
        visitor.part("name").fill(name);
        visitor.picture("01-name");
        visitor.part("enter").click();
        visitor.part("create-room").waitFor();
        // Who clicks before there is a connection is told to try again
        visitor.page()
                .waitForFunction(
                        "() => !document.querySelector('[data-testid=rooms]').textContent.includes('Looking')");
        visitor.picture("02-lobby");
    }

    /** Creates a room, which the server fills with bots, gives one seat away and takes a bot back. */
    void createRoomWithThreeBots() {
        visitor.part("create-room").click();
        visitor.part("remove-2").waitFor();
        visitor.part("remove-2").click();
        visitor.part("add-bot-2").waitFor();
        visitor.picture("03-room");
        visitor.part("add-bot-2").click();
        visitor.part("remove-2").waitFor();
    }

    void start() {
        visitor.part("start").click();
        visitor.part("table").waitFor();
    }
}
