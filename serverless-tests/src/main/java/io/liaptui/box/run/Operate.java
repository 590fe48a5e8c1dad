package io.liaptui.box.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./liap admin ...}: an operator's commands over the REST API, and what came of them. To the running box, or to any
 * server named by {@code LIAP_URL} and {@code LIAP_ADMIN_TOKEN}.
 */
final class Operate {
    private static final String USAGE = "Usage: ./liap admin drain NODE-ID [--force] | move ROOM [NODE-ID] | close ROOM"
            + " | kick ROOM SEAT|NAME [REASON] | ban address ADDRESS|browser HASH|name PATTERN [HOURS [REASON]]"
            + " | ban seat ROOM SEAT|NAME [HOURS [REASON]] | bans | lift BAN-ID | announce TEXT | erase NAME"
            + " | outcome COMMAND-ID | audit [DAY]";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Set<String> ENDS = Set.of("done", "failed");

    private final URI api;
    private final String token;
    private final Progress progress;

    private Operate(URI api, String token, Progress progress) {
        this.api = api;
        this.token = token;
        this.progress = progress;
    }

    /** The exit code: 0 done, 1 failed. */
    static int run(Layout layout, List<String> words, Map<String, String> environment, Progress progress)
            throws IOException, InterruptedException {
        String url = environment.get("LIAP_URL");
        String token = environment.get("LIAP_ADMIN_TOKEN");
        if (url == null && !BoxLock.held(layout.lock())) {
            throw new BoxFailure("Nothing of this clone is running. Start it with ./liap up, or set LIAP_URL and"
                    + " LIAP_ADMIN_TOKEN for another server.");
        }
        if (url != null && token == null) {
            throw new BoxFailure("LIAP_URL names another server: set LIAP_ADMIN_TOKEN to its operators' token.");
        }
        URI api = URI.create((url == null
                        ? JSON.readTree(Files.readAllBytes(layout.runFile()))
                                .path("url")
                                .asText()
                        : url)
                + "/api/admin/");
        return new Operate(api, url == null ? AdminToken.in(layout.adminToken()) : String.valueOf(token), progress)
                .run(words);
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        ObjectNode body = JSON.createObjectNode();
        int count = rest.size();
        switch (verb) {
            case "drain" -> {
                need(count == 1 || (count == 2 && rest.get(1).equals("--force")));
                return send("nodes/" + path(rest.getFirst()) + "/drain", body.put("force", count == 2));
            }
            case "move" -> {
                need(count == 1 || count == 2);
                return send(
                        "rooms/" + path(rest.getFirst()) + "/move", count == 2 ? body.put("to", rest.get(1)) : body);
            }
            case "close" -> {
                need(count == 1);
                return send("rooms/" + path(rest.getFirst()) + "/close", body);
            }
            case "kick" -> {
                need(count >= 2);
                seat(body, rest.get(1));
                return send("rooms/" + path(rest.getFirst()) + "/kick", reason(body, rest, 2));
            }
            case "ban" -> {
                return ban(rest, body);
            }
            case "bans" -> {
                need(count == 0);
                ask(request("bans").GET()).path("bans").forEach(ban -> progress.say(BanLines.line(ban)));
                return 0;
            }
            case "lift" -> {
                need(count == 1);
                return show(ask(request("bans/" + path(rest.getFirst())).DELETE()));
            }
            case "audit" -> {
                need(count <= 1);
                ask(request("audit" + (count == 1 ? "?day=" + path(rest.getFirst()) : ""))
                                .GET())
                        .path("entries")
                        .forEach(entry -> progress.say(BanLines.entry(entry)));
                return 0;
            }
            case "announce" -> {
                need(count > 0);
                return send("announcements", body.put("message", String.join(" ", rest)));
            }
            case "erase" -> {
                need(count > 0);
                return send("erasures", body.put("name", String.join(" ", rest)));
            }
            case "outcome" -> {
                need(count == 1);
                return show(ask(request("commands/" + path(rest.getFirst())).GET()));
            }
            default -> throw new BoxFailure(USAGE);
        }
    }

    private int ban(List<String> words, ObjectNode body) throws IOException, InterruptedException {
        int count = words.size();
        need(count >= 2);
        int next = 2;
        switch (words.getFirst()) {
            case "address", "browser", "name" -> body.put(words.getFirst(), words.get(1));
            case "seat" -> {
                need(count >= 3);
                seat(body.put("room", words.get(1)), words.get(2));
                next = 3;
            }
            default -> need(false);
        }
        if (count > next) {
            need(words.get(next).matches("[0-9]{1,5}"));
            body.put("hours", Integer.parseInt(words.get(next)));
        }
        JsonNode answer = ask(request("bans")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        reason(body, words, next + 1).toString())));
        progress.say(BanLines.line(answer.path("ban")));
        return show(answer);
    }

    /** By its number, or by the name of who sits there. */
    private static void seat(ObjectNode body, String text) {
        if (text.matches("[0-9]{1,2}")) {
            body.put("seat", Integer.parseInt(text));
        } else {
            body.put("player", text);
        }
    }

    private static ObjectNode reason(ObjectNode body, List<String> words, int from) {
        return words.size() > from ? body.put("reason", String.join(" ", words.subList(from, words.size()))) : body;
    }

    private static void need(boolean fits) {
        if (!fits) {
            throw new BoxFailure(USAGE);
        }
    }

    private int send(String path, ObjectNode body) throws IOException, InterruptedException {
        JsonNode answer = ask(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        String command = answer.path("command_id").asText();
        long end = System.nanoTime() + LONGEST.toNanos();
        String last = "";
        while (!ENDS.contains(answer.path("state").asText()) && System.nanoTime() < end) {
            String now = lines(answer);
            if (!now.equals(last)) {
                progress.say(now);
                last = now;
            }
            Thread.sleep(LOOK.toMillis());
            answer = ask(request("commands/" + command).GET());
        }
        return show(answer);
    }

    private int show(JsonNode answer) {
        progress.say(lines(answer));
        return answer.path("state").asText().equals("failed") ? 1 : 0;
    }

    private static String lines(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        answer.path("nodes").forEach(node -> text.append(text.isEmpty() ? "" : "\n")
                .append(node.path("node").asText())
                .append(' ')
                .append(node.path("state").asText())
                .append(": ")
                .append(node.path("detail").asText()));
        return text.toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(LIMIT);
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new BoxFailure(json.path("detail").asText("The server answered " + answer.statusCode() + "."));
            }
            return json;
        }
    }

    private static String path(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
