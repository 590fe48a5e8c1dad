package io.liaptui.box.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * One side of a tunnel. Whether it is full is asked of its channel: the socket that Vert.x 4.5 makes of an answered upgrade
 * always says that there is room, and neither its drain handler nor the futures of its writes are ever called.
 *
 * @param connection under the socket
 */
record TunnelEnd(NetSocket socket, HttpConnection connection) {
    /** Whether it takes less than what was written; so is what is closed. */
    boolean isFull() {
        return !channel().isWritable();
    }

    /** To be done on that context each time when it is no longer full. */
    void onRoom(Context context, Runnable action) {
        channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelWritabilityChanged(ChannelHandlerContext changed) {
                if (changed.channel().isWritable()) {
                    context.runOnContext(room -> action.run());
                }
                changed.fireChannelWritabilityChanged();
            }
        });
    }

    /** Closes it when what was written is sent, or after this time. */
    void close(Vertx vertx, int patienceMillis) {
        long late = vertx.setTimer(patienceMillis, end -> cut());
        socket.close().onComplete(closed -> vertx.cancelTimer(late));
    }

    /** Closes it at once, whatever waits to be sent. */
    void cut() {
        var first = channel().pipeline().firstContext();
        // There is none once the connection has ended
        if (first != null) {
            first.close();
        }
    }

    private Channel channel() {
        return ((ConnectionBase) connection).channel();
    }
}
