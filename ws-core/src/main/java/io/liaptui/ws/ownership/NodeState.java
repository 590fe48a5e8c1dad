package io.liaptui.ws.ownership;

/** The life of a node, in this order. The names in its row are {@code Starting}, {@code Ready} and so on. */
public enum NodeState {
    /** Loads scripts, subscribes, hears its own echo, counts good rounds. */
    STARTING("Starting"),
    /** May create, claim and be given rooms. */
    READY("Ready"),
    /** Gives its rooms away and takes none. */
    DRAINING("Draining"),
    /** Has no rooms and goes. */
    GONE("Gone");

    private final String text;

    NodeState(String text) {
        this.text = text;
    }

    /** As it stands in the row. */
    public String text() {
        return text;
    }
}
