package io.liaptui.box.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liaptui.box.journeys.SharedBox;
import io.liaptui.box.run.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The node of a page is told to go in the middle of a game, at the very moment at which its player decides something: the
 * page changes to another node with two sockets for a moment, and nothing of it is seen. The balancer goes on offering the
 * node that goes, whose refusals the page passes over.
 */
@Timeout(300)
@ExtendWith(SharedBox.Extension.class)
class DeployUnseenIT {
    private static final Duration GAME_LIMIT = Duration.ofMinutes(3);
    private static final Duration GONE = Duration.ofSeconds(60);

    /**
     * Notes what happens to the page's sockets and whether anything covers the table; when the server says that it goes,
     * decides what there is to decide, before the page hears of it.
     */
    private static final String EARS = """
            window.heard = { sockets: [], banners: [], toasts: [], clicked: 0 };
            const Real = window.WebSocket;
            window.WebSocket = class extends Real {
              constructor(...all) {
                super(...all);
                const own = { node: null, steps: [], at: [], closed: null, sent: [] };
                if (!all[0].endsWith('/lobby')) window.heard.sockets.push(own);
                this.addEventListener('message', ({ data }) => {
                  const { event, seq, data: told } = JSON.parse(data);
                  if (event === 'hello') own.node = told.node;
                  if (seq && !seq.more) own.steps.push(seq.epoch + '/' + seq.frame), own.at.push(performance.now());
                  if (event !== 'server_shutdown' || window.heard.clicked) return;
                  const button = document.querySelector('[data-testid^="declare-"]:enabled');
                  if (button) button.click(), window.heard.clicked = performance.now();
                });
                this.addEventListener('close', ({ code }) => { own.closed = { code, at: performance.now() }; });
                this.own = own;
              }
              send(text) {
                this.own.sent.push(JSON.parse(text).event);
                super.send(text);
              }
            };
            new MutationObserver(() => {
              for (const at of ['banner', 'toast', 'paused']) {
                const shown = document.querySelector(`[data-testid=${at}]`);
                if (shown && window.heard.sockets.length) window.heard.banners.push(at + ': ' + shown.textContent);
              }
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """;

    @Test
    void thePlayerSeesNothingAndWhatIsDecidedMeanwhileCountsOnce(SharedBox shared) throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Visitor mina = chromium.visitor(1440, 900);
            mina.page().addInitScript(EARS);
            DoorPages doors = new DoorPages(mina);
            doors.enterAs("Mina", shared.url());
            doors.createRoomWithThreeBots();
            doors.start();
            GamePage game = new GamePage(mina);
            game.playUntil("declare", GAME_LIMIT);
            waitFor(mina, "() => document.querySelector('[data-testid^=\"declare-\"]:enabled')");
            String room = mina.page().url().replaceAll(".*/", "");

            Node going = nodeOf(shared, (String) mina.page().evaluate("() => heard.sockets.at(-1).node"));
            shared.box().drainNode(going.number());
            waitFor(mina, "() => heard.clicked > 0");
            waitFor(mina, "() => heard.sockets[0].closed !== null");
            assertThat(going.child().ended(GONE)).as("the node is gone").isTrue();

            Object seen = mina.page().evaluate("""
                    () => {
                      const [first, ...others] = heard.sockets;
                      const last = others.at(-1);
                      return {
                        gap: last.at[0] - first.closed.at,
                        code: first.closed.code,
                        node: last.node,
                        banners: heard.banners,
                        declared: [first, ...others].flatMap((one) => one.sent).filter((event) => event === 'declare').length,
                      };
                    }""");
            Map<?, ?> change = (Map<?, ?>) seen;
            System.out.println("what the page heard: " + change);
            assertThat(((Number) change.get("gap")).doubleValue())
                    .as("ms without a socket that shows the room")
                    .isNegative();
            assertThat(change.get("code")).as("the page leaves").isEqualTo(1000);
            assertThat(change.get("node")).isNotEqualTo(going.name());
            assertThat((List<?>) change.get("banners")).isEmpty();
            // How often it was sent depends on when its room moved; that it counts once is asked of the history below
            assertThat(((Number) change.get("declared")).intValue()).isPositive();
            shared.box().startNode(going.number());

            assertThat(game.playOn(GAME_LIMIT)).hasSize(4).contains("Mina");
            assertThat(count(shared, room, "type=liaptui.declared&player=Mina"))
                    .as("her declarations, one each round")
                    .isEqualTo(count(shared, room, "type=liaptui.dealt"));
            assertThat((List<?>) mina.page().evaluate("() => heard.banners")).isEmpty();
            assertThat(mina.complaints().stream().filter(complaint -> !complaint.contains("WebSocket connection")))
                    .as("what the browser complained about, but for refused upgrades")
                    .isEmpty();
        }
    }

    private static void waitFor(Visitor visitor, String what) {
        visitor.page().waitForFunction(what, null, new Page.WaitForFunctionOptions().setTimeout(30_000));
    }

    private static Node nodeOf(SharedBox shared, String id) {
        return shared.box().nodes().stream()
                .filter(node -> id.startsWith(node.name() + "-"))
                .findFirst()
                .orElseThrow();
    }

    /** How many of these events are stored. */
    private static int count(SharedBox shared, String room, String which) {
        return given().baseUri(shared.url().toString())
                .get("/api/rooms/" + room + "/events?limit=500&" + which)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("events")
                .size();
    }
}
