package io.liaptui.api.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators did, the newest first.
 *
 * @param next goes on with what is older, as {@code before}; null if there is nothing
 */
public record AuditPage(
        boolean success,
        @JsonProperty("entry_count") int count,
        List<Entry> entries,
        @Nullable String next) {
    /**
     * One action.
     *
     * @param id of the entry
     * @param at when it was asked for, in ISO 8601
     * @param who name of the operator's token
     * @param from the client's address, if it is known
     * @param action such as {@code drain}
     * @param about a node, a room, what is banned; or nothing
     * @param status that was answered; null if the function ended before
     * @param command to ask for the outcome with, for an hour
     * @param nodes what those that carried it out said in the end
     */
    public record Entry(
            String id,
            String at,
            String who,
            String from,
            String action,
            String about,
            String detail,
            @Nullable Integer status,
            @Nullable String answer,
            @JsonProperty("command_id") @Nullable String command,
            List<Ended> nodes) {}

    /** What one node said in the end. */
    public record Ended(String node, String state, String detail) {}
}
