package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.front.TargetState.Health;
import io.liaptui.box.front.rules.RulesFile;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, choice and draining of nodes: checks every 50 ms, deregistration delay 1 s, by the time scale. */
final class TargetsTest {
    private static final double SCALE = 0.01;
    private static final Duration DELAY = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private Site site;

    @BeforeEach
    void start() throws Exception {
        site = site("round_robin", 2);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Site site(String algorithm, int nodes) throws Exception {
        RulesFile rules = new RulesFile()
                .with("/rules/websocket-without-upgrade/action", "{\"type\":\"forward\",\"target_group_key\":\"ws\"}")
                .with("/load_balancer/idle_timeout", "4000")
                .with(
                        "/target_groups/ws/deregistration_delay",
                        Long.toString(Math.round(DELAY.toMillis() / SCALE / 1000)))
                .with("/target_groups/ws/health_check/timeout", "4")
                .with("/target_groups/ws/health_check/unhealthy_threshold", "3")
                .with("/target_groups/ws/load_balancing_algorithm_type", "\"" + algorithm + "\"");
        return new Site(rules.parse(), directory, SCALE, nodes);
    }

    @Test
    void requestsGoRoundTheHealthyNodes() throws Exception {
        assertThat(askedNodes(6)).containsExactly("n1", "n2", "n1", "n2", "n1", "n2");
    }

    @Test
    void aNewNodeServesOnceItsCheckIsPassed() throws Exception {
        site.addNode("n3");
        Wait.value(site.targets().whenHealthy(3));

        assertThat(askedNodes(3)).containsExactlyInAnyOrder("n1", "n2", "n3");
    }

    @Test
    void aNodeGoesOutAfterTheThresholdAndComesBackAfterTheOther() throws Exception {
        TestNode second = site.nodes.get(1);
        int before = second.checks.get();
        second.health.set(503);
        Wait.until("unhealthy", () -> site.state(second).health() == Health.UNHEALTHY);

        assertThat(second.checks.get() - before).isGreaterThanOrEqualTo(3);
        assertThat(site.state(second).reason()).isEqualTo("health check answered 503");
        assertThat(askedNodes(3)).containsOnly("n1");

        int down = second.checks.get();
        second.health.set(200);
        Wait.until("healthy", () -> site.state(second).health() == Health.HEALTHY);

        assertThat(second.checks.get() - down).isGreaterThanOrEqualTo(2);
        assertThat(askedNodes(2)).containsExactlyInAnyOrder("n1", "n2");
    }

    /** A box whose restarted nodes were checked at the port of their first life took none of them in again. */
    @Test
    void aNodeThatWasStartedAgainIsCheckedAtItsNewPort() throws Exception {
        TestNode second = site.nodes.get(1);
        second.health.set(503);
        Wait.until("unhealthy", () -> site.state(second).health() == Health.UNHEALTHY);

        site.targets().add(second.uri(), site.nodes.getFirst().uri().getPort());

        Wait.until("healthy", () -> site.state(second).health() == Health.HEALTHY);
        assertThat(askedNodes(2)).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    void aNodeIsCheckedAtThePortOfItsHealthAndServesAtItsOwn() throws Exception {
        TestNode health = new TestNode(site.vertx, "health");
        TestNode server = new TestNode(site.vertx, "n3");
        server.health.set(503);

        site.targets().add(server.uri(), health.uri().getPort());
        Wait.value(site.targets().whenHealthy(3));

        assertThat(health.checks).hasPositiveValue();
        assertThat(server.checks).hasValue(0);
        assertThat(askedNodes(3)).containsExactlyInAnyOrder("n1", "n2", "n3");
        health.close();
        server.close();
    }

    @Test
    void nodesThatAreGoneAreFoundByTheChecksAndThenItIs503() throws Exception {
        site.nodes.forEach(TestNode::close);

        Wait.until("no node", () -> site.targets().states().stream().allMatch(s -> s.health() == Health.UNHEALTHY));

        assertThat(status()).isEqualTo(503);
        assertThat(site.targets().states().getFirst().reason()).contains("refused");
    }

    @Test
    void withoutAnyNodeItIs503() throws Exception {
        site.nodes.forEach(node -> site.targets().remove(node.uri()));

        assertThat(status()).isEqualTo(503);
        assertThat(site.targets().states()).isEmpty();
    }

    @Test
    void aMarkActsAtOnce() throws Exception {
        TestNode first = site.nodes.getFirst();

        site.targets().mark(first.uri(), false);

        assertThat(site.state(first)).isEqualTo(new TargetState(first.uri(), Health.UNHEALTHY, "marked unhealthy", 0));
        assertThat(askedNodes(1)).containsExactly("n2");
    }

    @Test
    void aSocketOfAnUnhealthyNodeLivesOn() throws Exception {
        SocketClient client = new SocketClient();
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");
        TestNode owner = busy();

        site.targets().mark(owner.uri(), false);
        socket.sendText("still here", true);

        assertThat(client.nextText()).isEqualTo("still here");
    }

    @Test
    void aRemovedNodeGetsNothingNewAndIsCutAfterTheDelay() throws Exception {
        SocketClient client = new SocketClient();
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");
        TestNode owner = busy();
        long removed = System.nanoTime();
        site.targets().remove(owner.uri());

        assertThat(site.state(owner)).isEqualTo(new TargetState(owner.uri(), Health.DRAINING, "deregistered", 1));
        socket.sendText("still here", true);
        assertThat(client.nextText()).isEqualTo("still here");
        assertThat(askedNodes(3)).hasSize(3).doesNotContain(owner == site.nodes.getFirst() ? "n1" : "n2");

        Wait.until("an end", () -> client.broken.isDone() || client.closed.isDone());
        assertThat(Duration.ofNanos(System.nanoTime() - removed)).isGreaterThan(DELAY.minusMillis(20));
        Wait.until("forgotten", () -> site.targets().states().size() == 1);
    }

    @Test
    void aDrainingNodeIsForgottenWithItsLastSocket() {
        SocketClient client = new SocketClient();
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");
        site.targets().remove(busy().uri());

        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");

        assertThat(Wait.value(client.closed).code()).isEqualTo(1000);
        Wait.until("forgotten", () -> site.targets().states().size() == 1);
    }

    @Test
    void aDrainingNodeMayComeBackAndKeepsItsSocket() throws Exception {
        SocketClient client = new SocketClient();
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");
        TestNode owner = busy();
        long removed = System.nanoTime();
        site.targets().remove(owner.uri());
        site.targets().add(owner.uri(), owner.uri().getPort());
        Wait.value(site.targets().whenHealthy(2));

        Wait.until(
                "the delay is over",
                () -> System.nanoTime() - removed > DELAY.plusMillis(300).toNanos());
        socket.sendText("still here", true);

        assertThat(client.nextText()).isEqualTo("still here");
    }

    @Test
    void theLeastBusyNodeIsChosenIfTheFileSaysSo() throws Exception {
        site.close();
        site = site("least_outstanding_requests", 2);
        new SocketClient().open(site.door.uri(), "/ws/echo");
        String idle = busy() == site.nodes.getFirst() ? "n2" : "n1";

        assertThat(askedNodes(3)).containsExactly(idle, idle, idle);
    }

    @Test
    void addingTwiceOrRemovingAStrangerChangesNothing() {
        List<TargetState> before = site.targets().states();

        site.targets()
                .add(site.nodes.getFirst().uri(), site.nodes.getFirst().uri().getPort());
        site.targets().remove(URI.create("http://127.0.0.1:1"));
        site.targets().mark(URI.create("http://127.0.0.1:1"), true);

        assertThat(site.targets().states()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://127.0.0.1:1", "http://127.0.0.1", "http://127.0.0.1:1/x", "ws://127.0.0.1:80", "n1"})
    void aTargetHasSchemeHostAndPort(String target) {
        assertThatThrownBy(() -> site.targets().add(URI.create(target)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://host:port");
    }

    @Test
    void onlyGroupsOfNodesHaveTargets() {
        assertThatThrownBy(() -> site.door.targets("rest")).hasMessage("no target group \"rest\" of type ip");
        assertThatThrownBy(() -> site.door.targets("other")).hasMessage("no target group \"other\" of type ip");
    }

    private TestNode busy() {
        Wait.until("a node with a socket", () -> site.nodes.stream()
                .anyMatch(node -> site.state(node).connections() > 0));
        return site.nodes.stream()
                .filter(node -> site.state(node).connections() > 0)
                .findFirst()
                .orElseThrow();
    }

    private int status() throws Exception {
        try (RawClient client = site.connect()) {
            return client.ask("GET /ws/who").status();
        }
    }

    private List<String> askedNodes(int times) throws Exception {
        List<String> names = new ArrayList<>();
        try (RawClient client = site.connect()) {
            for (int i = 0; i < times; i++) {
                names.add(client.ask("GET /ws/who").header("X-Node"));
            }
        }
        return names;
    }
}
