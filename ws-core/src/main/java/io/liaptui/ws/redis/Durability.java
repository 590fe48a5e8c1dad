package io.liaptui.ws.redis;

/** When a write counts as stored. What each may lose is in the table of docs/ownership.md 11. */
public enum Durability {
    /** When the primary answered. A fail-over may lose the last moments; owners that live put them back. */
    PRIMARY,
    /** When a replica has it too, or did not say so within 100 ms: such writes are counted as unreplicated. */
    REPLICA
}
