package io.liaptui.ws.relay;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.Ticker;
import io.liaptui.ws.relay.RelayMessage.Echo;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Messages between nodes over Redis pub/sub: one connection that publishes, one that listens to this node's channel. The
 * node sends itself an echo; when echoes do not come back, it subscribes anew.
 *
 * <p>One listener, on one event loop, one message at a time. An envelope whose publishing was not answered is sent
 * again, so messages may come twice.
 */
public final class RedisRelay implements Relay, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisRelay.class);

    private final Vertx vertx;
    private final RelaySettings settings;
    private final NodeId me;
    private final RedisLine line;
    private final RelayQueue inbox;
    private final Subscription subscription;
    private final EchoWatch echoes;
    private final Map<NodeId, Outgoing> peers = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Ticker ticker;

    public RedisRelay(Vertx vertx, RedisOptions options, RedisSettings redis, RelaySettings settings, NodeId me) {
        this.vertx = vertx;
        this.settings = settings;
        this.me = me;
        Context context = vertx.getOrCreateContext();
        this.line = new RedisLine(vertx, options, redis, "relay");
        this.inbox = new RelayQueue(task -> context.runOnContext(_ -> task.run()), settings.inbox());
        this.ticker = new Ticker(vertx, settings.echo(), this::beat);
        this.echoes = new EchoWatch(settings.missedEchoes());
        this.subscription =
                new Subscription(vertx, options, settings, RedisKeys.channel(me), this::arrived, this::subscribed);
    }

    /** Subscribes and begins to send echoes. Messages may be sent before. */
    public void start() {
        subscription.renew();
        ticker.start();
    }

    /** Whether this node hears itself, hence others too. */
    public boolean isHeard() {
        return echoes.isHeard();
    }

    /** How long this node has been subscribed without a break; zero while it is not. */
    public Duration subscribedFor() {
        return Duration.ofNanos(subscription.age());
    }

    /** Messages dropped so far, in either direction, because a queue was full, nobody listened, or nobody could read them. */
    public long dropped() {
        return dropped.get()
                + inbox.dropped()
                + peers.values().stream().mapToLong(Outgoing::dropped).sum();
    }

    @Override
    public void send(NodeId to, RelayMessage message) {
        if (to.equals(me)) {
            inbox.offer(new Envelope(me, message));
        } else {
            peers.computeIfAbsent(to, this::outgoing).offer(RelayCodec.encode(message));
        }
    }

    @Override
    public void listen(Consumer<Envelope> listener) {
        inbox.listen(listener);
    }

    /** What was not sent yet is lost. */
    @Override
    public void close() {
        ticker.close();
        subscription.close();
        line.close();
    }

    private Outgoing outgoing(NodeId peer) {
        return new Outgoing(vertx, settings, batch -> publish(peer, batch), () -> forget(peer));
    }

    /** Its node is dead, most likely; should it come back, it gets a new queue. */
    private void forget(NodeId peer) {
        Outgoing gone = peers.remove(peer);
        if (gone != null) {
            dropped.addAndGet(gone.dropped());
            LOG.debugf("Nobody listens for %s: %d messages dropped", peer, gone.dropped());
        }
    }

    private Future<Integer> publish(NodeId to, List<byte[]> messages) {
        Request request = Request.cmd(Command.PUBLISH)
                .arg(RedisKeys.channel(to))
                .arg(Buffer.buffer(RelayCodec.envelope(me, messages)));
        return line.send(request).map(Response::toInteger);
    }

    private void beat() {
        if (echoes.isDeaf()) {
            if (echoes.restart()) {
                LOG.warnf("Node %s does not hear its own echo any more and subscribes anew", me);
            }
            subscription.renew();
        }
        echo();
    }

    private void subscribed() {
        echoes.restart();
        echo();
    }

    private void echo() {
        // Not repeated: whether it comes back is the question
        publish(me, List.of(RelayCodec.encode(new Echo(echoes.next()))));
    }

    private void arrived(byte[] text) {
        try {
            RelayCodec.Decoded decoded = RelayCodec.decode(text);
            dropped.addAndGet(decoded.skipped());
            for (Envelope envelope : decoded.envelopes()) {
                if (envelope.message() instanceof Echo(var number)
                        && envelope.from().equals(me)) {
                    echoes.heard(number);
                } else {
                    inbox.offer(envelope);
                }
            }
        } catch (IllegalArgumentException e) {
            dropped.incrementAndGet();
            LOG.debug("Something that is no envelope came over the relay", e);
        }
    }
}
