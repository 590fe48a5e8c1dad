package io.liaptui.ws.socket;

/** The way out of one socket. Threading: any thread; nothing blocks. */
interface Outbox {
    /** In order; a client that reads too slowly is closed instead (it may come back and resync). */
    void send(String text);

    /** Ends the socket; later calls have no effect. */
    void close(int code, String reason);
}
