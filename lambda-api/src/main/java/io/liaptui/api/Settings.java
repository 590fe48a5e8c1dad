package io.liaptui.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting of this function that is not Quarkus' own. */
@ConfigMapping(prefix = "liap")
public interface Settings {
    /** The word for no archive. */
    String OFF = "off";

    /** How many proxies of ours append to {@code X-Forwarded-For}: 1 behind a balancer, 2 with CloudFront before it. */
    @WithDefault("1")
    int trustedHops();

    /** Shown in every answer: the published version, which is what a deploy names and a rollback goes back to. */
    @WithDefault("${AWS_LAMBDA_FUNCTION_VERSION:dev}")
    String build();

    /** Version shown by the health check. */
    @WithDefault("${quarkus.application.version:unknown}")
    String version();

    /** What the nodes keep their games in. */
    @WithDefault("redis")
    Journal journal();

    /** Where nodes put finished games: what their own setting of this name says: a folder, {@code
     * s3://bucket/prefix}, or {@code off}. */
    @WithDefault(OFF)
    String archive();

    Redis redis();

    Cors cors();

    /** Pages of other hosts that may use this API in a browser. */
    interface Cors {
        /**
         * Origins such as {@code https://play.example.org}, separated by commas; they may send cookies and tokens. {@code *}
         * lets every page read what everybody may know. None by default: the client is served from the same host.
         */
        Optional<List<String>> origins();
    }

    /** Where games that run are kept. */
    enum Journal {
        REDIS,
        /** In the one node that there is: nothing can be read here but what is archived. */
        MEMORY
    }

    /** How long Redis may take. */
    interface Redis {
        /** For one of three tries on different connections, because a thawed environment may hold dead ones. */
        @WithDefault("250ms")
        Duration attempt();

        /** For all trips of one request together; below the second within which a caller hears that Redis is away. */
        @WithDefault("800ms")
        Duration deadline();
    }
}
