package io.liaptui.box.front;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads a request's body up to a limit. Lives on the event loop of its request. */
final class BoundedBody {
    /** A client that goes on sending gets its answer first; one that never stops is cut off. */
    private static final int MOST_IGNORED_BYTES = 64 * 1024 * 1024;

    private final HttpServerRequest request;
    private final int most;
    private final Buffer body = Buffer.buffer();
    private boolean tooLarge;
    private long ignored;

    BoundedBody(HttpServerRequest request, int most) {
        this.request = request;
        this.most = most;
    }

    /** Calls exactly one of the two, unless the client goes away before the end. */
    void read(Consumer<Buffer> whole, Runnable refused) {
        if (declaredLength() > most) {
            refuse(refused);
        }
        request.handler(piece -> take(piece, refused));
        request.endHandler(end -> {
            if (!tooLarge) {
                whole.accept(body);
            }
        });
        request.exceptionHandler(gone -> tooLarge = true);
    }

    private void take(Buffer piece, Runnable refused) {
        if (!tooLarge && body.length() + piece.length() > most) {
            refuse(refused);
        }
        if (!tooLarge) {
            body.appendBuffer(piece);
            return;
        }
        ignored += piece.length();
        if (ignored > MOST_IGNORED_BYTES) {
            request.connection().close();
        }
    }

    private void refuse(Runnable refused) {
        tooLarge = true;
        refused.run();
    }

    private long declaredLength() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
