package io.liaptui.ws.socket;

import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.limits.Rate;
import io.liaptui.ws.limits.TokenBucket;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches one socket below the level of messages, between the framework's frame decoder and the framework: what is above a
 * budget, or no WebSocket by the RFC, is answered with a close frame and goes no further.
 *
 * <p>Nothing is read while the client leaves so much unread that the socket is not writable: the framework answers each
 * ping with a pong, and those would pile up. A client that goes on so is closed.
 *
 * <p>Threading: the event loop of its connection.
 */
final class FrameGuard extends ChannelDuplexHandler {
    static final String NAME = "liap-frames";

    /** No longer valid, RFC 6455 7.4.1: the bytes of a text are no text. */
    private static final int NO_TEXT = 1007;

    /** How long a close frame may take to be read before the connection is cut. */
    private static final long LINGER_MILLIS = 1000;

    /** What a frame costs beside its payload: its head, or a little more for many without payload. */
    private static final int HEAD = 8;

    private static final Logger LOG = Logger.getLogger(FrameGuard.class);

    private enum Phase {
        OPEN,
        /** The node has said goodbye: what the client still says is ignored, its close frame is awaited. */
        LEAVING,
        /** Closed from here; the framework learns of it when the connection ends. */
        CUT
    }

    private final TransportSettings settings;
    private final SocketCount count;
    private final int maxMessage;
    private final TokenBucket control;
    private final TokenBucket fragments;
    private final TokenBucket frames;
    private final TokenBucket bytes;
    private Phase phase = Phase.OPEN;
    private @Nullable Utf8 text;
    private int message;
    private boolean stopped;
    private @Nullable Future<?> deadline;

    /** @param maxMessage bytes of a whole message; a frame above is refused by the decoder */
    FrameGuard(TransportSettings settings, SocketCount count, int maxMessage) {
        long now = nowMillis();
        this.settings = settings;
        this.count = count;
        this.maxMessage = maxMessage;
        this.control = new TokenBucket(Rate.perSecond(settings.controlFrames()), now);
        this.fragments = new TokenBucket(Rate.perSecond(settings.fragments()), now);
        this.frames = new TokenBucket(Rate.perSecond(settings.frames()), now);
        this.bytes = new TokenBucket(Rate.perSecond(settings.bytes()), now);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object read) {
        if (!(read instanceof WebSocketFrame frame)) {
            context.fireChannelRead(read);
        } else if (phase != Phase.CUT && passes(context, frame)) {
            context.fireChannelRead(frame);
        } else {
            frame.release();
        }
    }

    private boolean passes(ChannelHandlerContext context, WebSocketFrame frame) {
        String above = above(frame);
        if (above != null) {
            count.thrownOut();
            cut(context, CloseCode.RATE.code(), "too many " + above);
            return false;
        }
        if (phase == Phase.LEAVING) {
            return frame instanceof CloseWebSocketFrame;
        }
        return isControl(frame) || isRight(context, frame);
    }

    /** The budget that this frame exceeds. */
    private @Nullable String above(WebSocketFrame frame) {
        long now = nowMillis();
        if (isControl(frame) && !control.take(1, now)) {
            return "control frames";
        }
        boolean part = frame instanceof ContinuationWebSocketFrame || !frame.isFinalFragment();
        if (part && !fragments.take(1, now)) {
            return "fragments";
        }
        if (!frames.take(1, now)) {
            return "frames";
        }
        return bytes.take(HEAD + frame.content().readableBytes(), now) ? null : "bytes";
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static boolean isControl(WebSocketFrame frame) {
        return !(frame instanceof TextWebSocketFrame
                || frame instanceof BinaryWebSocketFrame
                || frame instanceof ContinuationWebSocketFrame);
    }

    /** Whether a frame fits into its message, and the message into what is allowed. */
    private boolean isRight(ChannelHandlerContext context, WebSocketFrame frame) {
        if (!(frame instanceof ContinuationWebSocketFrame)) {
            text = frame instanceof TextWebSocketFrame ? new Utf8() : null;
            message = 0;
        }
        message += frame.content().readableBytes();
        if (message > maxMessage) {
            cut(context, CloseCode.TOO_BIG.code(), "message above " + maxMessage + " bytes");
            return false;
        }
        if (text != null && !text.accepts(frame.content(), frame.isFinalFragment())) {
            cut(context, NO_TEXT, "not UTF-8");
            return false;
        }
        return true;
    }

    /** What the decoder refuses: reserved bits and codes, no mask, a frame above the limit. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            cut(context, corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object written, ChannelPromise promise) {
        if (phase == Phase.CUT) {
            ReferenceCountUtil.release(written);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (written instanceof CloseWebSocketFrame) {
            phase = Phase.LEAVING;
        } else if (written instanceof HttpResponse answer
                && answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            HandshakeDeadline.met(context.pipeline());
        }
        context.write(written, promise);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (phase != Phase.CUT) {
            if (context.channel().isWritable()) {
                goOn(context);
            } else {
                stop(context);
            }
        }
        context.fireChannelWritabilityChanged();
    }

    /** The framework may have begun to read again for reasons of its own. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (phase == Phase.CUT || !context.channel().isWritable()) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelReadComplete();
    }

    private void stop(ChannelHandlerContext context) {
        stopped = true;
        context.channel().config().setAutoRead(false);
        if (deadline == null) {
            deadline = context.executor()
                    .schedule(
                            () -> cut(context, CloseCode.SLOW.code(), "reads too slowly"),
                            settings.unread().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void goOn(ChannelHandlerContext context) {
        cancel();
        if (stopped) {
            stopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    /**
     * Ends the connection from here. What the client has still sent stays unread: closing at once would then reset the
     * connection, and the close frame might be lost on its way.
     */
    private void cut(ChannelHandlerContext context, int code, String reason) {
        if (phase == Phase.CUT) {
            return;
        }
        LOG.debugf("a socket is closed with %d: %s", code, reason);
        boolean saidBefore = phase == Phase.LEAVING;
        phase = Phase.CUT;
        cancel();
        context.channel().config().setAutoRead(false);
        if (saidBefore) {
            context.close();
            return;
        }
        context.writeAndFlush(new CloseWebSocketFrame(code, reason));
        deadline = context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        Future<?> waiting = deadline;
        deadline = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }
}
