package io.liaptui.ws.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeLog;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the registry that Quarkus puts behind {@code /q/metrics}: the older one of two, hence deprecated. */
@SuppressWarnings("deprecation")
class MetersTest {
    private static final Pattern EMITTED = Pattern.compile("(?m)^# TYPE (liap_\\w+?)(_max)? \\w+$");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| `(liap_\\w+)` \\|");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private NodeState state = NodeState.STARTING;
    private boolean isolated;
    private Duration oldest = Duration.ZERO;
    private final Nodes node = new Nodes() {
        @Override
        public NodeId me() {
            return new NodeId("a");
        }

        @Override
        public NodeState state() {
            return state;
        }

        @Override
        public boolean isIsolated() {
            return isolated;
        }

        @Override
        public int goodRounds() {
            return 0;
        }

        @Override
        public boolean isAlive(NodeId other) {
            return true;
        }

        @Override
        public Set<NodeId> peers() {
            return Set.of();
        }

        @Override
        public void onDead(Consumer<NodeId> listener) {
            // Nobody dies here
        }
    };
    private boolean heard;

    @BeforeEach
    void gauges() {
        Figures figures = new Figures(
                List::of,
                () -> 7,
                InstantSource.system(),
                "test",
                meters::recovery,
                () -> NodeTraffic.NONE,
                () -> NodeLog.NONE);
        NodeGauges.register(registry, figures, node, () -> heard, () -> oldest);
    }

    @Test
    void everyMetricIsExplainedAndNothingElse() throws IOException {
        assertThat(names(EXPLAINED, Files.readString(Path.of("../docs/metrics.md"))))
                .isEqualTo(names(EMITTED, registry.scrape()));
    }

    @Test
    void timesAreInSecondsAndBucketsStandAtTheBudgets() {
        meters.appended(Duration.ofMillis(30));
        meters.firstFrame(Duration.ofMillis(800));
        meters.taken(Duration.ofMillis(100));
        meters.handedOver(Duration.ofMillis(240));
        meters.mailboxDepth(3);
        assertThat(lines())
                .contains(
                        "liap_append_seconds_count 1.0",
                        "liap_append_seconds_sum 0.03",
                        "liap_append_seconds_bucket{le=\"0.025\"} 0.0",
                        "liap_append_seconds_bucket{le=\"0.1\"} 1.0",
                        "liap_first_frame_seconds_bucket{le=\"1.0\"} 1.0",
                        "liap_take_seconds_bucket{le=\"0.25\"} 1.0",
                        "liap_handover_seconds_bucket{le=\"0.25\"} 1.0",
                        "liap_mailbox_inputs_bucket{le=\"4.0\"} 1.0");
    }

    @Test
    void eventsAreCounted() {
        meters.foundDeaf(true);
        meters.foundDeaf(false);
        meters.fenced();
        meters.restored();
        meters.loadFailed(false);
        meters.loadFailed(true);
        meters.unreplicated();
        meters.gap();
        meters.archived(true);
        meters.archived(false);
        meters.refused(LimitKind.CREATE_ROOM, LimitScope.BROWSER);
        assertThat(lines())
                .contains(
                        "liap_deaf_total{leaves=\"true\"} 1.0",
                        "liap_deaf_total{leaves=\"false\"} 1.0",
                        "liap_fenced_total 1.0",
                        "liap_restored_total 1.0",
                        "liap_load_failures_total{broken=\"false\"} 1.0",
                        "liap_load_failures_total{broken=\"true\"} 1.0",
                        "liap_unreplicated_total 1.0",
                        "liap_gaps_total 1.0",
                        "liap_refused_total{by=\"browser\",kind=\"create_room\"} 1.0",
                        "liap_refused_total{by=\"address\",kind=\"upgrades\"} 0.0",
                        "liap_archived_total{kept=\"true\"} 1.0",
                        "liap_archived_total{kept=\"false\"} 1.0");
    }

    @Test
    void anAuditShowsWhatItFoundAndTheNextOneReplacesIt() {
        meters.audited(3, 2, 1);
        assertThat(lines())
                .contains(
                        "liap_audit_found{kind=\"ghost\"} 3.0",
                        "liap_audit_found{kind=\"twin\"} 2.0",
                        "liap_audit_found{kind=\"hidden\"} 1.0");
        meters.audited(0, 0, 0);
        assertThat(lines()).contains("liap_audits_total 2.0", "liap_audit_found{kind=\"ghost\"} 0.0");
    }

    @Test
    void theRestApiGetsTheSameCounts() {
        meters.taken(Duration.ofMillis(1));
        meters.taken(Duration.ofMillis(1));
        meters.handedOver(Duration.ofMillis(1));
        meters.restored();
        meters.fenced();
        meters.loadFailed(true);
        meters.loadFailed(false);
        meters.audited(3, 2, 1);
        assertThat(meters.recovery()).isEqualTo(new NodeStats.Recovery(2, 1, 1, 1, 2, 3, 2, 1));
        NodeStats stats = new NodeStats(1, 2, 3, 4, 5, 6, 0.5, 7, 8, 9, "test", meters.recovery());
        assertThat(NodeStats.fromJson(stats.toJson())).isEqualTo(stats);
        assertThat(NodeStats.fromJson("{\"time\":1}").recovery()).isEqualTo(NodeStats.Recovery.NONE);
    }

    @Test
    void gaugesFollowTheNode() {
        assertThat(lines())
                .contains(
                        "liap_sockets 7.0",
                        "liap_node_state{state=\"Starting\"} 1.0",
                        "liap_node_state{state=\"Ready\"} 0.0",
                        "liap_isolated 0.0",
                        "liap_append_oldest_seconds 0.0",
                        "liap_subscription 0.0");
        isolated = true;
        oldest = Duration.ofMillis(6_250);
        assertThat(lines()).contains("liap_isolated 1.0", "liap_append_oldest_seconds 6.25");
        state = NodeState.READY;
        heard = true;
        assertThat(lines())
                .contains(
                        "liap_node_state{state=\"Starting\"} 0.0",
                        "liap_node_state{state=\"Ready\"} 1.0",
                        "liap_subscription 1.0");
    }

    /** Without the comma that this registry leaves behind the last label. */
    private List<String> lines() {
        return registry.scrape().replace(",}", "}").lines().toList();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
