package io.liaptui.box.front;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose first request is not there in time, or any other one from its first byte on, however slowly it
 * comes: the idle timeout begins anew with each byte. Lives on the event loop of its connection.
 */
final class RequestDeadline {
    private final int millis;
    private @Nullable Future<?> end;

    private RequestDeadline(int millis) {
        this.millis = millis;
    }

    /** To be called when a connection is accepted. */
    static void watch(HttpConnection connection, int millis) {
        ChannelHandlerContext framework = ((ConnectionBase) connection).channelHandlerContext();
        RequestDeadline deadline = new RequestDeadline(millis);
        deadline.begin(framework);
        Bytes bytes = deadline.new Bytes();
        framework.pipeline().addFirst(bytes);
        framework.pipeline().addBefore(framework.name(), null, deadline.new Messages(bytes));
    }

    private void begin(ChannelHandlerContext context) {
        if (end == null) {
            end = context.executor()
                    .schedule(() -> context.pipeline().firstContext().close(), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void met() {
        Future<?> waiting = end;
        end = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** Sees what comes in before it is understood. */
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            begin(context);
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            met();
            context.fireChannelInactive();
        }
    }

    /** Sees where a request ends, and where the connection becomes a tunnel. */
    private final class Messages extends ChannelDuplexHandler {
        private final Bytes bytes;

        Messages(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                met();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse answer
                    && answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                met();
                context.pipeline().remove(bytes);
            }
            context.write(message, promise);
        }
    }
}
