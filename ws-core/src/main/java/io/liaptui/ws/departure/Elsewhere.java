package io.liaptui.ws.departure;

import java.util.concurrent.CompletionStage;

/** What other nodes have to offer to the players of this one, asked without Redis. */
public interface Elsewhere {
    /** Whether another node takes players now. May fail, which tells as much as no; nothing blocks. */
    CompletionStage<Boolean> takesPlayers();
}
