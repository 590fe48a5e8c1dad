package io.liaptui.box.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person at the table, who knows only what the page shows: plays any legal move by clicking until the game is over.
 */
final class GamePage {
    private static final Pattern COUNT = Pattern.compile("Select (\\d+)");
    private static final double CLICK_LIMIT_MS = 2_000;
    private static final double NEWS_LIMIT_MS = 60_000;
    /** True once something can be decided, or the game is over. A button that waits for the server is disabled. */
    private static final String MY_TURN = """
            () => document.querySelector(
                `[data-testid="redeal-decline"]:enabled, [data-testid^="declare-"]:enabled,
                 [data-testid="play-button"], [data-testid="game-over"]`)""";

    private final Visitor visitor;

    GamePage(Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Plays to the end.
     *
     * @return names in the order of the final ranking
     * @throws AssertionError if the game is not over in time
     */
    List<String> playOn(Duration limit) {
        playUntil("game-over", limit);
        visitor.picture("09-game-over");
        return visitor.part("rank").locator(".grow strong").allTextContents();
    }

    /**
     * Plays until this is shown.
     *
     * @throws AssertionError if it does not come in time
     */
    void playUntil(String testId, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (!shown(testId)) {
            if (Instant.now().isAfter(end)) {
                visitor.picture("99-stuck");
                throw new AssertionError("no " + testId + " after " + limit + "; the table says: "
                        + visitor.part("status").allTextContents());
            }
            visitor.page().waitForFunction(MY_TURN, null, new Page.WaitForFunctionOptions().setTimeout(NEWS_LIMIT_MS));
            // What was waited for may be what has just come
            if (!shown(testId)) {
                decide();
            }
        }
    }

    private void decide() {
        if (shown("redeal")) {
            visitor.picture("05-redeal");
            click(visitor.part("redeal-decline"));
        } else if (shown("declare")) {
            visitor.picture("06-declare");
            click(visitor.page().locator("[data-testid^=declare-]:enabled").first());
        } else if (shown("play-button")) {
            play();
        }
    }

    /** As leader one piece, as follower as many as asked for. */
    private void play() {
        Matcher asked = COUNT.matcher(visitor.part("verdict").textContent());
        int count = asked.find() ? Integer.parseInt(asked.group(1)) : 1;
        Locator unselected = visitor.page().locator("[data-testid=hand-piece][aria-pressed=false]");
        int held = unselected.count();
        for (int i = 0; i < count; i++) {
            click(unselected.first());
        }
        visitor.picture("07-play");
        click(visitor.part("play-button"));
        visitor.page()
                .waitForFunction(
                        "held => document.querySelectorAll('[data-testid=hand-piece]').length !== held"
                                + " || document.querySelector('.toast.error')",
                        held,
                        new Page.WaitForFunctionOptions().setTimeout(NEWS_LIMIT_MS));
        visitor.picture("08-played");
    }

    private boolean shown(String testId) {
        return visitor.part(testId).isVisible();
    }

    private static void click(Locator what) {
        what.click(new Locator.ClickOptions().setTimeout(CLICK_LIMIT_MS));
    }
}
