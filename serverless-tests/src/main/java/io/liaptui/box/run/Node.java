package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import java.net.URI;

/**
 * One copy of the WebSocket service. A killed node that is started again keeps name and port and gets a new process.
 *
 * @param number from 1
 * @param port where players connect
 * @param managementPort of its health and figures
 * @param child its process, perhaps ended
 */
public record Node(int number, int port, int managementPort, Child child) {
    /** As in logs and messages. */
    public String name() {
        return "n" + number;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it says how it is: health and figures. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Whether its process runs. */
    public boolean alive() {
        return child.alive();
    }
}
