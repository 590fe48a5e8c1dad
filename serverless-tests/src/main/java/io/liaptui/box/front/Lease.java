package io.liaptui.box.front;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request or socket that a target is serving. Callable from any thread. */
final class Lease {
    private final URI target;
    private final int clientPort;
    private final Consumer<Lease> release;
    private @Nullable Runnable onCut;
    private boolean isCut;

    Lease(URI target, int clientPort, Consumer<Lease> release) {
        this.target = target;
        this.clientPort = clientPort;
        this.release = release;
    }

    URI target() {
        return target;
    }

    /** The port from which the client asks. */
    int clientPort() {
        return clientPort;
    }

    /** What ends it from outside, in place of what was given before; runs at once if it has been cut already. */
    void onCut(Runnable action) {
        synchronized (this) {
            onCut = action;
            if (!isCut) {
                return;
            }
        }
        action.run();
    }

    /** Ends it because its target has gone. */
    void cut() {
        Runnable action;
        synchronized (this) {
            isCut = true;
            action = onCut;
        }
        if (action != null) {
            action.run();
        }
        end();
    }

    /** The target is done with it; repeating does nothing. */
    void end() {
        release.accept(this);
    }
}
