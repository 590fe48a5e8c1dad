package io.liaptui.box.front;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request or socket that a target is serving. Callable from any thread. */
final class Lease {
    private final URI target;
    private final String client;
    private final Consumer<Lease> release;
    private @Nullable Runnable onCut;
    private boolean isCut;

    Lease(URI target, String client, Consumer<Lease> release) {
        this.target = target;
        this.client = client;
        this.release = release;
    }

    URI target() {
        return target;
    }

    /** The address and port from which the client asks. */
    String client() {
        return client;
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
