package io.liaptui.box.chaos.report;

/** What is timed. All but the server's receipts are seen at the players' sockets. */
public enum Metric {
    /** From the fault to the first view that a new owner can have sent, at sockets that stayed open. */
    FIRST_FRAME("first frame"),
    /** The longest time from an accepted input or due timer to its frame, at sockets that stayed open. */
    STALL("stall"),
    /** From the close of a socket to the first view on another one, of players with the existing client. */
    BACK("view back, existing client"),
    /** The same with liap.v2; 0 for those who had another socket that had shown everything by then. */
    GAP("gap in frames, liap.v2"),
    /** From the close of a socket to the first own accepted move, without thinking, of players who were asked at once. */
    FIRST_MOVE("move after a lost socket"),
    /** At sockets that a frozen or cut off node went on holding. */
    BEHIND("stall behind the victim"),
    /** From the fault to a peer's judgement, by the nodes' logs. */
    DETECTED("judged (server)"),
    /** From the fault to each room's begin on a new owner, by the nodes' logs. */
    TAKEN("rooms running again (server)"),
    /** Of a room that was given to another node, by the giving node's count: upper bounds. */
    PAUSE("pause of a room (server)"),
    /** By how much a ping of somebody else took longer than 99 of 100 did before. */
    PING("ping of others, beyond the usual"),
    /** From SIGTERM to the end of the process. */
    DRAIN("drain of a node"),
    /** From the end of the fault until every game went on. */
    RECOVERY("all games go on");

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
