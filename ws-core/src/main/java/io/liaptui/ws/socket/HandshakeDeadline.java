package io.liaptui.ws.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that is no WebSocket in time, however slowly it speaks. One request is all that a connection has for
 * it ({@link PublicPort}). Threading: the event loop of its connection.
 */
final class HandshakeDeadline extends ChannelInboundHandlerAdapter {
    private static final String NAME = "liap-handshake";

    private final Duration time;
    private @Nullable Future<?> end;

    private HandshakeDeadline(Duration time) {
        this.time = time;
    }

    /**
     * From now on every connection that this listening one accepts has a deadline. The framework has no hook for that: it
     * shows a connection only when its first request is complete, which is what never happens here.
     *
     * @param accepted any connection that came in there
     */
    static void forAllBeside(Channel accepted, Duration time) {
        Channel listening = accepted.parent();
        if (listening != null && listening.pipeline().get(NAME) == null) {
            try {
                listening.pipeline().addFirst(NAME, new Accepting(time));
            } catch (IllegalArgumentException another) {
                // Two first requests at one moment
            }
        }
    }

    /** The upgrade is answered. */
    static void met(ChannelPipeline pipeline) {
        if (pipeline.get(NAME) != null) {
            pipeline.remove(NAME);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        end = context.executor().schedule(() -> context.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        Future<?> waiting = end;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** Sees each connection before it lives. */
    @Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        private final Duration time;

        Accepting(Duration time) {
            this.time = time;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(NAME, new HandshakeDeadline(time));
            }
            context.fireChannelRead(accepted);
        }
    }
}
