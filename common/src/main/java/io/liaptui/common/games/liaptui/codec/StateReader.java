package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.games.liaptui.BotLevel;
import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Round;
import io.liaptui.common.games.liaptui.RoundScore;
import io.liaptui.common.games.liaptui.Settings;
import io.liaptui.common.games.liaptui.Standing;
import io.liaptui.common.games.liaptui.State;

/** JSON to states; unknown fields are left aside. */
final class StateReader {
    private StateReader() {}

    static State read(JsonNode json) {
        if (Json.text(json, "phase").equals(PhaseNames.NOT_BEGUN)) {
            return new State.NotBegun();
        }
        Match match = match(json.required("match"));
        Round round = round(json.required("round"));
        return new State.Begun(
                Json.chance(json, "chance"),
                Json.list(json.required("hands"), Json::hand),
                PhaseReader.read(json, match, round));
    }

    static Settings settings(JsonNode json) {
        return new Settings(Json.number(json, "max_rounds"), BotLevel.parse(Json.text(json, "bots")));
    }

    static RoundScore score(JsonNode json) {
        return new RoundScore(
                Json.number(json, "declared"), Json.number(json, "captured"), Json.number(json, "multiplier"));
    }

    private static Match match(JsonNode json) {
        return new Match(
                settings(json.required("settings")), Json.list(json.required("standings"), StateReader::standing));
    }

    private static Standing standing(JsonNode json) {
        return new Standing(
                Json.number(json, "total"),
                Json.number(json, "zero_streak"),
                Json.number(json, "turns_won"),
                Json.number(json, "perfect_rounds"));
    }

    private static Round round(JsonNode json) {
        return new Round(Json.number(json, "number"), Json.number(json, "multiplier"), Json.seat(json, "starter"));
    }
}
