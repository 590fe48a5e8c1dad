package io.liaptui.box.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Bans and entries of the operators' log, a line each. */
final class BanLines {
    private BanLines() {}

    static String line(JsonNode ban) {
        StringBuilder text = new StringBuilder(ban.path("id").asText());
        text.append("  ").append(ban.path("kind").asText()).append(' ');
        String label = ban.path("label").asText();
        text.append(label.isEmpty() ? ban.path("value").asText() : label);
        text.append("  until ").append(ban.path("until").asText());
        text.append("  by ").append(ban.path("by").asText());
        String reason = ban.path("reason").asText();
        return text.append(reason.isEmpty() ? "" : "  " + reason).toString();
    }

    static String entry(JsonNode entry) {
        StringBuilder text = new StringBuilder(entry.path("at").asText());
        for (String field : new String[] {"who", "from", "action", "about", "detail"}) {
            String value = entry.path(field).asText();
            text.append(value.isEmpty() ? "" : "  " + value);
        }
        text.append("  -> ").append(entry.path("status").asText("?"));
        String answer = entry.path("answer").asText("");
        text.append(answer.isEmpty() ? "" : " " + answer);
        entry.path("nodes").forEach(node -> text.append("; ")
                .append(node.path("node").asText())
                .append(' ')
                .append(node.path("state").asText())
                .append(": ")
                .append(node.path("detail").asText()));
        return text.toString();
    }
}
