package io.liaptui.box.chaos.fleet;

import java.util.Map;

/**
 * What a fleet is made of. Drills that need the same may share one.
 *
 * @param nodes copies of the game service
 * @param pace multiplies the waits of the game
 * @param replica whether Redis has a replica
 * @param timeScale multiplies the balancer's times
 * @param environment of every node, beside the usual one
 */
public record FleetOptions(int nodes, double pace, boolean replica, double timeScale, Map<String, String> environment) {
    public FleetOptions {
        environment = Map.copyOf(environment);
    }
}
