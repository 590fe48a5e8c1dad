package io.liaptui.common.admin;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import org.jspecify.annotations.Nullable;

/** What an operator may ask of a node. */
public sealed interface AdminTask {
    /** As it stands in messages and records. */
    String name();

    /** Give your rooms away and go. */
    record Drain() implements AdminTask {
        @Override
        public String name() {
            return "drain";
        }
    }

    /**
     * To the owner: give this room to another node.
     *
     * @param to null for the one that has the fewest rooms
     */
    record Move(RoomId room, @Nullable NodeId to) implements AdminTask {
        @Override
        public String name() {
            return "move";
        }
    }

    /** To the owner: close this room; a game under way is over for everybody. */
    record Close(RoomId room) implements AdminTask {
        @Override
        public String name() {
            return "close";
        }
    }

    /** To each node: show this to everybody who is connected. */
    record Announce(String message) implements AdminTask {
        @Override
        public String name() {
            return "announce";
        }
    }

    /** To each node: the list of bans changed, look at it, and close the sockets that it is about. */
    record Bans() implements AdminTask {
        @Override
        public String name() {
            return "bans";
        }
    }

    /** To each node: who plays this seat leaves, and is told why. */
    record Kick(RoomId room, Seat seat, String reason) implements AdminTask {
        @Override
        public String name() {
            return "kick";
        }
    }

    /** To one node: erase this name from leaderboards and from games that are over. */
    record Erase(PlayerName player) implements AdminTask {
        @Override
        public String name() {
            return "erase";
        }

        /** Hides the name, which nobody wants to find in logs now. */
        @Override
        public String toString() {
            return "Erase";
        }
    }
}
