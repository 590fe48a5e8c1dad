package io.liaptui.api.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.board.BoardKeys;
import io.liaptui.common.redis.Script;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places as the nodes' own script wrote them. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class LeaderboardTest {
    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void connect() {
        world = new World(redis.port());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private void game(String id, String name, boolean left, boolean won, int points, int hits) {
        List<String> command = new ArrayList<>(List.of("EVAL", Script.SCORE.text(), "6"));
        command.addAll(BoardKeys.all("liaptui"));
        command.addAll(List.of(id, "1795267000123", "1000", "1000", "1000", "3"));
        command.addAll(List.of(
                name.toLowerCase(Locale.ROOT),
                name,
                left ? "1" : "0",
                won ? "1" : "0",
                Integer.toString(points),
                left ? "0" : "8",
                Integer.toString(hits)));
        world.run(command.toArray(String[]::new));
    }

    private static JsonPath board(String query) {
        return given().get("/api/leaderboard" + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    @Test
    void beforeTheFirstGameNobodyStandsThere() {
        JsonPath board = board("");
        assertThat(board.getBoolean("success")).isTrue();
        assertThat(board.getList("players")).isEmpty();
        assertThat(board.getInt("total_players")).isZero();
        assertThat(board.<Object>get("next")).isNull();
    }

    @Test
    void aPlayerHasWinsAveragesAndTheDeclaredHitRate() {
        game("A/1", "Mina Müller", false, true, 52, 6);
        game("B/1", "Mina Müller", false, false, 31, 4);
        game("C/1", "Mina Müller", true, false, 0, 0);
        JsonPath board = board("");
        assertThat(board.getBoolean("names_verified")).isFalse();
        JsonPath mina = board.setRootPath("players[0]");
        assertThat(mina.getInt("rank")).isEqualTo(1);
        assertThat(mina.getString("name")).isEqualTo("Mina Müller");
        assertThat(mina.getBoolean("name_verified")).isFalse();
        assertThat(mina.getInt("games")).isEqualTo(3);
        assertThat(mina.getInt("games_left")).isEqualTo(1);
        assertThat(mina.getInt("wins")).isEqualTo(1);
        assertThat(mina.getFloat("win_rate")).isEqualTo(0.5f);
        assertThat(mina.getInt("total_points")).isEqualTo(83);
        assertThat(mina.getFloat("average_points")).isEqualTo(41.5f);
        assertThat(mina.getInt("rounds")).isEqualTo(16);
        assertThat(mina.getInt("declared_hits")).isEqualTo(10);
        assertThat(mina.getFloat("declared_hit_rate")).isEqualTo(0.625f);
        assertThat(mina.getString("last_game_at")).isEqualTo("2026-11-21T13:16:40.123Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void onePagesOverEveryPlaceOnce(int limit) {
        for (int i = 0; i < 7; i++) {
            game("G/" + i, "player" + i, false, true, i, 1);
        }
        List<String> names = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonPath page = board("?limit=" + limit + "&offset=" + next);
            names.addAll(page.getList("players.name"));
            ranks.addAll(page.getList("players.rank"));
            next = page.getString("next");
        }
        assertThat(names).containsExactly("player6", "player5", "player4", "player3", "player2", "player1", "player0");
        assertThat(ranks).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @CsvSource({"wins,winner:points:hitter", "average,points:winner:hitter", "hits,hitter:winner:points"})
    void itIsSortedByWhatIsAskedFor(String sort, String names) {
        for (int i = 0; i < 3; i++) {
            game("A/" + i, "winner", false, true, 51, 4);
            game("B/" + i, "points", false, false, 60, 3);
            game("C/" + i, "hitter", false, false, 20, 8);
        }
        game("D/1", "lucky", false, false, 99, 8);
        JsonPath board = board("?sort=" + sort);
        assertThat(board.getList("players.name", String.class).stream().filter(name -> !name.equals("lucky")))
                .containsExactly(names.split(":"));
        assertThat(board.getInt("min_games")).isEqualTo(sort.equals("wins") ? 1 : 3);
        assertThat(board.getList("players.name").contains("lucky")).isEqualTo(sort.equals("wins"));
    }

    @Test
    void farBehindTheLastPlaceThereIsAnEmptyPage() {
        game("A/1", "Mina", false, true, 52, 6);
        JsonPath board = board("?offset=500");
        assertThat(board.getList("players")).isEmpty();
        assertThat(board.getInt("total_players")).isEqualTo(1);
        assertThat(board.<Object>get("next")).isNull();
    }

    @Test
    void anotherGameHasAnotherBoard() {
        game("A/1", "Mina", false, true, 52, 6);
        assertThat(board("?game=snaketron").getList("players")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "offset=-1", "offset=x", "sort=luck", "game=Liap*"})
    void whatCannotBeMeantIsSaid(String query) {
        given().get("/api/leaderboard?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'" + query.substring(0, query.indexOf('=')) + "'"));
    }
}
