package io.liaptui.ws.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting of a node that is not Quarkus' own, Redis', the registry's or the relay's. */
@ConfigMapping(prefix = "liap")
public interface Settings {
    /** First part of the node id; the rest is random and new at every start. */
    @WithDefault("node")
    String node();

    /** Of the deployment, raised with each; on ECS the revision of the task definition takes its place. */
    @WithDefault("1")
    long generation();

    /**
     * Rooms this node should have at most. One more is made on another node, and none if all are full; of nodes that go, a
     * node takes more than that if no other has room.
     */
    @WithDefault("2000")
    int capacity();

    /** Off: a node that stops gives no room away, as servers usually do. To show the difference. */
    @WithDefault("on")
    boolean handover();

    Moves moves();

    Leave leave();

    /**
     * Multiplies every wait that belongs to a game and divides the rate limits of game actions; 1 as specified, 0
     * immediate and without those limits. Waits for humans stay at least 2 s.
     */
    @WithDefault("1")
    double pace();

    /** Any text: all games have the same deals and bots. For trying things out. */
    Optional<String> seed();

    /** Id of the build, for figures and answers. */
    @WithDefault("dev")
    String build();

    /**
     * At start, before this node takes rooms: how long it may play games that nobody sees, so that a JVM's first rooms do
     * not wait for it. 0 for a native image, which needs none.
     */
    @WithDefault("15s")
    Duration warmUp();

    /** Which game new rooms play. */
    @WithDefault("liaptui")
    String game();

    /** Overrides of games' timers before the pace: {@code liap.timers.liaptui.reveal=5s}. */
    Map<String, Map<String, Duration>> timers();

    /** Options of games: {@code liap.games.liaptui.max-rounds=20}. */
    Map<String, Map<String, String>> games();

    /**
     * Origins of pages, such as {@code https://play.example.org}, that may connect beside the page's own host. Behind a
     * proxy that ends TLS and sends no {@code X-Forwarded-Proto} the own host is to be listed, too.
     */
    Optional<Set<String>> allowedOrigins();

    /** Hosts under which sockets are opened, such as {@code play.example.org}; others get 421. Any host if there is no list. */
    Optional<Set<String>> allowedHosts();

    /**
     * A connected human who does nothing for so long has the one decision that is awaited made by a bot, so that nobody stops
     * a table. At least 2 s; 0: no limit. No pace changes it.
     */
    @WithDefault("90s")
    Duration turnLimit();

    Rooms rooms();

    Think think();

    Grace grace();

    /** How many rooms may be made. */
    interface Rooms {
        /**
         * Made from one address (of IPv6 a whole network) and open or running, on each node; 0 for no limit. Schools and
         * offices share an address.
         */
        @WithDefault("100")
        int perAddress();

        /** On all nodes together; 0: as many as the ready nodes take, see {@link #capacity}. */
        @WithDefault("0")
        int fleet();
    }

    /** How long bots think, before the pace. */
    interface Think {
        @WithDefault("500ms")
        Duration from();

        @WithDefault("1500ms")
        Duration to();
    }

    /** Waits that belong to the network; no pace changes them. */
    interface Grace {
        /** A room that waits for players: a closed socket becomes an empty seat. */
        @WithDefault("2s")
        Duration waiting();

        /** A game: a closed socket becomes a stand-in. The existing client hops within 0.3 s at the start. */
        @WithDefault("1500ms")
        Duration playing();

        /** From getting a seat to the first socket in the room. */
        @WithDefault("15s")
        Duration arriving();

        /** After the room or the socket's node went away. */
        @WithDefault("5s")
        Duration moved();

        /** A game without a human is given up. */
        @WithDefault("30s")
        Duration deserted();

        /** A finished room without a human is given up, unless players were away when it ended: they have as long as in a game. */
        @WithDefault("5s")
        Duration finished();

        /** A finished room goes then, whoever still looks at it. */
        @WithDefault("10m")
        Duration shown();

        /** A room that waits for players goes when its host has done nothing for so long, whoever is in it. */
        @WithDefault("1h")
        Duration idleHost();
    }

    /** How rooms are claimed and given away; see {@link io.liaptui.ws.ownership.MoveSettings}. */
    interface Moves {
        @WithDefault("64")
        int claims();

        @WithDefault("8")
        int judgeAfter();

        @WithDefault("500ms")
        Duration othersAfter();

        @WithDefault("1s")
        Duration own();

        @WithDefault("60s")
        Duration sweep();

        @WithDefault("250ms")
        Duration askAgain();

        @WithDefault("3s")
        Duration claimAnyway();

        @WithDefault("50")
        int handOvers();

        @WithDefault("90s")
        Duration drainWithin();
    }

    /** How sockets are closed by a node that goes, or is without Redis. */
    interface Leave {
        /** Closed together. */
        @WithDefault("100")
        int sockets();

        /** From one such batch to the next. */
        @WithDefault("250ms")
        Duration every();

        /** Over which sockets are closed and their clients come back, at most; less if there are few. */
        @WithDefault("5s")
        Duration spread();

        /** For a client of our own protocol to open another socket before this one is closed. */
        @WithDefault("20s")
        Duration successor();

        /** Without a good round for so long, a node begins to close its sockets. */
        @WithDefault("20s")
        Duration isolated();

        /** How long it takes to close them; all are back before their games are given up. */
        @WithDefault("5s")
        Duration isolatedOver();
    }
}
