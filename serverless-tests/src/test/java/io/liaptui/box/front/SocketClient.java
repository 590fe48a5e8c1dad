package io.liaptui.box.front;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket client, with what it hears put into queues. */
final class SocketClient implements WebSocket.Listener {
    record Close(int code, String reason) {}

    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> binaries = new LinkedBlockingQueue<>();
    final CompletableFuture<Close> closed = new CompletableFuture<>();
    final CompletableFuture<Throwable> broken = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer binary = ByteBuffer.allocate(0);

    static WebSocket.Builder builder() {
        return HttpClient.newHttpClient().newWebSocketBuilder();
    }

    WebSocket open(WebSocket.Builder builder, URI door, String path) {
        return Wait.value(builder.buildAsync(URI.create("ws" + door.toString().substring(4) + path), this));
    }

    WebSocket open(URI door, String path) {
        return open(builder(), door, path);
    }

    String nextText() throws InterruptedException {
        return heard(texts.poll(15, TimeUnit.SECONDS));
    }

    byte[] nextBinary() throws InterruptedException {
        return heard(binaries.poll(15, TimeUnit.SECONDS));
    }

    private static <T> T heard(@Nullable T message) {
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        binary = ByteBuffer.allocate(binary.capacity() + data.remaining())
                .put(binary.rewind())
                .put(data);
        if (last) {
            binaries.add(binary.array());
            binary = ByteBuffer.allocate(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(new Close(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        broken.complete(error);
    }
}
