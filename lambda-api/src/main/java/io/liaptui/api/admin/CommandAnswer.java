package io.liaptui.api.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AdminOutcome.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command and what came of it.
 *
 * @param command its id, to ask for the outcome with
 * @param task {@code drain}, {@code move}, {@code close}, {@code kick}, {@code bans}, {@code announce} or {@code erase}
 * @param room that it is about, if it is about one
 * @param state {@code sent}, {@code running}, {@code done}, or {@code failed} if it failed anywhere
 * @param sent when, in ISO 8601
 * @param nodes those that were asked
 */
public record CommandAnswer(
        boolean success,
        @JsonProperty("command_id") String command,
        String task,
        @JsonProperty("room_id") @Nullable String room,
        String state,
        @JsonProperty("sent_at") String sent,
        List<NodeOutcome> nodes)
        implements Traced {

    /**
     * What one node said.
     *
     * @param at when, in ISO 8601
     */
    public record NodeOutcome(String node, String state, String detail, String at) {
        static NodeOutcome of(String node, AdminOutcome outcome) {
            return new NodeOutcome(
                    node,
                    outcome.state().text(),
                    outcome.detail(),
                    Instant.ofEpochMilli(outcome.at()).toString());
        }
    }

    /** The state of all together. */
    static State overall(Collection<State> states) {
        if (states.stream().allMatch(State::isEnd)) {
            return states.contains(State.FAILED) ? State.FAILED : State.DONE;
        }
        return states.stream().allMatch(state -> state == State.SENT) ? State.SENT : State.RUNNING;
    }
}
