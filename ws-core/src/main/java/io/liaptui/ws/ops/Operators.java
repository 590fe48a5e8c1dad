package io.liaptui.ws.ops;

import io.liaptui.ws.admin.Erasure;
import io.liaptui.ws.admin.Outcomes;
import io.liaptui.ws.admin.RoomOrders;
import io.liaptui.ws.bans.BanStore;
import java.time.InstantSource;

/** What operators can have done here, but for what needs the server's sockets: see {@link Administration}. */
record Operators(Outcomes outcomes, RoomOrders rooms, Erasure erasure, BanStore bans, InstantSource clock) {}
