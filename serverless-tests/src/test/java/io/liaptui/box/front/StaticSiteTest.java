package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser client on the paths that the rules leave over. */
final class StaticSiteTest {
    private Path directory;
    private Site site;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path outer) throws Exception {
        directory = outer.resolve("site");
        Files.writeString(outer.resolve("secret.txt"), "secret");
        site = new Site(ListenerRules.read(RulesFile.PATH), directory, 1, 0);
        client = site.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/tutorial",
                "/lobby",
                "/lobby/",
                "/room/A1B2C3",
                "/game/A1B2C3",
                "/game/A1B2C3/",
                "/metrics/dashboard",
                "/room/A1B2C3?name=x",
                "/?x=1"
            })
    void pagesAreTheIndex(String path) throws Exception {
        RawClient.Reply reply = client.ask("GET " + path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("<title>Liap Tui</title>");
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(client.ask("HEAD " + path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/app.js, text/javascript;charset=utf-8, app",
        "/room/app.js, text/javascript;charset=utf-8, app",
        "/game/app.js, text/javascript;charset=utf-8, app",
        "/net/socket.js, text/javascript;charset=utf-8, socket",
        "/room/net/socket.js, text/javascript;charset=utf-8, socket",
        "/game/style.css, text/css;charset=utf-8, margin",
        "/app.js?v=2, text/javascript;charset=utf-8, app",
        "/icon.svg, image/svg+xml, <svg",
        "/app.webmanifest, application/manifest+json, {}",
        "/font.woff2, font/woff2, f",
    })
    void filesHaveTheirTypes(String path, String type, String content) throws Exception {
        Files.writeString(directory.resolve("icon.svg"), "<svg/>");
        Files.writeString(directory.resolve("app.webmanifest"), "{}");
        Files.writeString(directory.resolve("font.woff2"), "f");

        RawClient.Reply reply = client.ask("GET " + path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase(type);
        assertThat(reply.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.js",
                "/room/missing.js",
                "/game/net/missing.js",
                "/lobbyx",
                "/rooms",
                "/room",
                "/room/",
                "/room/A/B",
                "/metrics",
                "/.hidden",
                "/room/.hidden",
                "/net",
                "/net/",
                "/robots.txt",
                "/%",
                "/%zz"
            })
    void theRestIsTheDefaultAction(String path) throws Exception {
        RawClient.Reply reply = client.ask("GET " + path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("Not found");
        assertThat(reply.header("Cache-Control")).isEmpty();
        assertThat(client.ask("GET /").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e%2fsecret.txt",
                "/..%5csecret.txt",
                "/room/../../secret.txt",
                "/room/..%2f..%2fsecret.txt",
                "/room/%2e%2e/%2e%2e/secret.txt",
                "/game/..%5c..%5csecret.txt",
                "//secret.txt",
                "/./../secret.txt",
                "/net/../../secret.txt",
                "/%252e%252e/secret.txt",
                "/..;/secret.txt",
                "/index.html%00/../../secret.txt",
                "/%00"
            })
    void nothingOutsideTheDirectoryIsServed(String path) throws Exception {
        RawClient.Reply reply = client.ask("GET " + path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).doesNotContain("secret");
    }

    @Test
    void anEditedFileIsServedAtOnceAndAnUnchangedOneIsNotSentAgain() throws Exception {
        RawClient.Reply first = client.ask("GET /app.js");
        assertThat(client.ask("GET /app.js", "If-Modified-Since: " + first.header("Last-Modified"))
                        .status())
                .isEqualTo(304);

        Files.writeString(directory.resolve("app.js"), "export const app = 'a longer one';");
        Files.writeString(directory.resolve("new.js"), "new");

        assertThat(client.ask("GET /app.js").body()).isEqualTo("export const app = 'a longer one';");
        assertThat(client.ask("GET /new.js").body()).isEqualTo("new");
    }

    @Test
    void onlyReadingIsServed() throws Exception {
        assertThat(client.post("/app.js", new byte[10]).status()).isEqualTo(404);
        assertThat(client.ask("DELETE /app.js").status()).isEqualTo(404);
        assertThat(client.ask("PUT /lobby").status()).isEqualTo(404);
    }
}
