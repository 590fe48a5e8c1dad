package io.liaptui.box.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person with an own browser profile: own cookies, one page, and an ear for what the page complains about. */
final class Visitor {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<String> pictures = new HashSet<>();

    Visitor(BrowserContext context) {
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
    }

    Page page() {
        return page;
    }

    Locator part(String testId) {
        return page.getByTestId(testId);
    }

    /** Takes a picture of the page once per name. */
    void picture(String name) {
        if (pictures.add(name)) {
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        }
    }

    Set<String> pictures() {
        return Set.copyOf(pictures);
    }

    /** Errors and warnings of the console, uncaught exceptions, failed requests. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }
}
