package io.liaptui.box.front.rules;

import io.liaptui.box.front.rules.Action.FixedResponse;
import io.liaptui.box.front.rules.Action.Forward;
import java.util.Map;

/** Reads {@code action} and {@code default_action}. */
final class ActionReader {
    private static final int LONGEST_BODY = 1024;

    private final Map<String, TargetGroup> groups;

    ActionReader(Map<String, TargetGroup> groups) {
        this.groups = groups;
    }

    Action read(Fields action) {
        String type = action.text("type");
        return switch (type) {
            case "forward" -> forward(action.only("type", "target_group_key"));
            case "fixed-response" ->
                fixedResponse(action.only("type", "fixed_response").object("fixed_response"));
            default ->
                throw action.refusal("type \"" + type + "\" is unknown; the box does forward and fixed-response");
        };
    }

    private Forward forward(Fields action) {
        String key = action.text("target_group_key");
        TargetGroup group = groups.get(key);
        if (group == null) {
            throw action.refusal("target_group_key \"" + key + "\" is not among target_groups " + groups.keySet());
        }
        return new Forward(group);
    }

    private static FixedResponse fixedResponse(Fields fields) {
        fields.only("content_type", "message_body", "status_code");
        String status = fields.text("status_code");
        if (!status.matches("[245]\\d\\d")) {
            throw fields.refusal("status_code must be \"2xx\", \"4xx\" or \"5xx\", but is \"" + status + "\"");
        }
        String body = fields.has("message_body") ? fields.text("message_body") : "";
        if (body.length() > LONGEST_BODY) {
            throw fields.refusal("message_body has " + body.length() + " characters; at most " + LONGEST_BODY);
        }
        return new FixedResponse(
                Integer.parseInt(status),
                fields.oneOf(
                        "content_type",
                        "text/plain",
                        "text/css",
                        "text/html",
                        "application/javascript",
                        "application/json"),
                body);
    }
}
