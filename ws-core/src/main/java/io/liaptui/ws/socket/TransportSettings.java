package io.liaptui.ws.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one connection may cost below the level of messages. A budget per second may be saved up for five seconds. */
@ConfigMapping(prefix = "liap.transport")
public interface TransportSettings {
    /** From the connection to the answered upgrade; then it is closed. */
    @WithDefault("10s")
    Duration handshake();

    /** How long a client may leave unread what fills its socket's buffer; then it is closed with 4008. */
    @WithDefault("10s")
    Duration unread();

    /** Pings, pongs and close frames per second of one socket; above, 1008; 0 for no limit. */
    @WithDefault("20")
    int controlFrames();

    /** Frames of messages in several frames, per second of one socket; above, 1008; 0 for no limit. */
    @WithDefault("50")
    int fragments();

    /** Frames of any kind per second of one socket; above, 1008; 0 for no limit. */
    @WithDefault("200")
    int frames();

    /** Bytes per second of one socket; above, 1008; 0 for no limit. */
    @WithDefault("65536")
    int bytes();
}
