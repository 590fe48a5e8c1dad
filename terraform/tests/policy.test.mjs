// What every profile must keep, read from what was applied.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { applied, ofType, only, profiles } from './states.mjs';
import { repository } from './workspace.mjs';

const STAR_RESOURCES = {
  'ecr:GetAuthorizationToken': 'knows no resources', 'ecs:DescribeTaskDefinition': 'knows no resources',
  'ecs:RegisterTaskDefinition': 'of a family that may be new', 'cloudwatch:DescribeAlarms': 'knows no resources',
  'cloudwatch:GetMetricStatistics': 'knows no resources', 'ec2:CreateNetworkInterface': 'Lambda checks it so',
  'ec2:DeleteNetworkInterface': 'Lambda checks it so', 'ec2:DescribeNetworkInterfaces': 'knows no resources',
  'ec2:DescribeSubnets': 'knows no resources', 'ec2:AssignPrivateIpAddresses': 'Lambda checks it so',
  'ec2:UnassignPrivateIpAddresses': 'Lambda checks it so',
};
const MANAGED = {
  ReadOnlyAccess: 'plan', PowerUserAccess: 'apply', AmazonECSInfrastructureRolePolicyForLoadBalancers: 'balancer',
};
const list = (value) => [value ?? []].flat();
const documents = (stack) => stack.flatMap((resource) => ['policy', 'assume_role_policy']
  .filter((key) => typeof resource.values[key] === 'string' && resource.values[key].startsWith('{'))
  .filter(() => resource.type !== 'aws_ecr_lifecycle_policy')
  .map((key) => ({ where: `${resource.address}.${key}`, statements: list(JSON.parse(resource.values[key]).Statement) })));

for (const profile of profiles) {
  describe(profile, () => {
    const stack = applied(profile);

    test('rights name actions, and resources where there are any', () => {
      const found = documents(stack);
      assert.ok(found.length > 0);
      for (const { where, statements } of found) {
        for (const statement of statements.filter(({ Effect }) => Effect === 'Allow')) {
          assert.equal(statement.NotAction, undefined, where);
          for (const action of list(statement.Action)) {
            assert.ok(!action.includes('*'), `${where}: ${action}`);
            if (list(statement.Resource).includes('*')) {
              assert.ok(STAR_RESOURCES[action], `${where}: ${action} on every resource`);
            }
          }
          assert.ok(statement.Principal !== '*' && statement.Principal?.AWS !== '*', `${where} is open to everybody`);
        }
      }
    });

    test('services of AWS act for this account only', () => {
      for (const { where, statements } of documents(stack).filter((one) => !one.where.endsWith('assume_role_policy'))) {
        for (const { Effect, Principal, Resource, Condition } of statements.filter(({ Effect: effect, Principal: who }) => effect === 'Allow' && who?.Service)) {
          assert.ok(/"(aws:SourceAccount|AWS:SourceArn)"/.test(JSON.stringify(Condition ?? {})) || list(Resource).every((one) => one.includes('/123456789012/')),
            `${where}: ${Principal.Service} may ${Effect} for anybody`);
        }
      }
    });

    test('policies of AWS are only those with a reason', () => {
      for (const { address, name, index, values } of ofType(stack, 'aws_iam_role_policy_attachment')) {
        assert.equal(MANAGED[values.policy_arn.split('/').pop()], typeof index === 'string' ? index : name, address);
      }
      assert.deepEqual(ofType(stack, 'aws_iam_user'), []);
    });

    test('buckets are private, encrypted, and take TLS only', () => {
      for (const { address } of ofType(stack, 'aws_s3_bucket')) {
        const own = (type) => ofType(stack, type).find((one) => one.address.replace(type, '') === address.replace('aws_s3_bucket', ''));
        const block = own('aws_s3_bucket_public_access_block')?.values;
        for (const key of ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']) {
          assert.equal(block?.[key], true, `${address} ${key}`);
        }
        assert.ok(own('aws_s3_bucket_server_side_encryption_configuration'), `${address} is not encrypted`);
        assert.match(own('aws_s3_bucket_policy')?.values.policy ?? '', /"aws:SecureTransport":"false"/, address);
        assert.ok(own('aws_s3_bucket_lifecycle_configuration'), `${address} grows for ever`);
      }
    });

    test('logs end', () => {
      for (const { address, values } of ofType(stack, 'aws_cloudwatch_log_group')) {
        assert.ok(values.retention_in_days > 0, address);
      }
    });
  });
}

for (const profile of profiles.filter((name) => name !== 'bootstrap')) {
  describe(`${profile}, the game`, () => {
    const stack = applied(profile);

    test('nothing but 443 of the balancer is open to the world', () => {
      const rules = ofType(stack, 'aws_vpc_security_group_ingress_rule');
      assert.ok(rules.length >= 3);
      for (const { address, values } of rules) {
        assert.ok(values.description?.length > 5, `${address} says not why`);
        assert.notEqual(values.ip_protocol, '-1', address);
        if (values.cidr_ipv4 === '0.0.0.0/0' || values.cidr_ipv6 === '::/0') {
          assert.match(address, /module\.alb/);
          assert.deepEqual([values.from_port, values.to_port], [443, 443], address);
        }
      }
      for (const { address, values } of ofType(stack, 'aws_vpc_security_group_egress_rule')) {
        assert.notEqual(values.ip_protocol, '-1', address);
      }
      for (const { address, values } of ofType(stack, 'aws_security_group')) {
        assert.deepEqual([values.ingress ?? [], values.egress ?? []].flat(), [], `${address} mixes rules in and beside`);
      }
    });

    test('encrypted everywhere', () => {
      const cache = only(stack, 'aws_elasticache_replication_group');
      assert.deepEqual([cache.transit_encryption_enabled, cache.transit_encryption_mode, cache.at_rest_encryption_enabled].map(String), ['true', 'required', 'true']);
      assert.match(only(stack, 'aws_lambda_function').environment[0].variables.QUARKUS_REDIS_HOSTS, /^rediss:\/\//);
      for (const { values } of ofType(stack, 'aws_lb_listener')) {
        assert.ok(values.protocol === 'HTTPS' && /TLS13/.test(values.ssl_policy));
      }
      const cdn = only(stack, 'aws_cloudfront_distribution');
      assert.equal(cdn.viewer_certificate[0].minimum_protocol_version, 'TLSv1.2_2021');
      assert.ok(cdn.origin.every(({ custom_origin_config: custom }) => custom.length === 0 || custom[0].origin_protocol_policy === 'https-only'));
      for (const { viewer_protocol_policy: policy } of [...cdn.default_cache_behavior, ...cdn.ordered_cache_behavior]) {
        assert.notEqual(policy, 'allow-all');
      }
    });

    test('no secret is in state, task or function', () => {
      assert.ok(!JSON.stringify(stack).includes('0123456789abcdef0123456789abcdef'));
    });

    test('a node that stops has time, and Spot has less than two minutes to cut', () => {
      const [container] = JSON.parse(only(stack, 'aws_ecs_task_definition').container_definitions);
      const drain = Number(container.environment.find(({ name }) => name === 'QUARKUS_SHUTDOWN_DELAY').value.replace('s', ''));
      assert.ok(container.stopTimeout <= 120 && container.stopTimeout >= drain + 10);
      const group = ofType(stack, 'aws_lb_target_group').find(({ index }) => index === 'ws').values;
      assert.ok(Number(group.deregistration_delay) < 120);
      assert.match(container.image, /@sha256:/);
    });

    test('names of balancer and groups end at 32', () => {
      for (const { values } of [...ofType(stack, 'aws_lb'), ...ofType(stack, 'aws_lb_target_group')]) {
        assert.ok(values.name.length <= 32, values.name);
      }
    });

    test('alarms and dashboard point at things that exist', () => {
      const names = new Set(stack.flatMap(({ values }) => [values.arn_suffix, values.name, values.function_name]).filter(Boolean));
      const cache = only(stack, 'aws_elasticache_replication_group');
      for (let node = 1; node <= cache.num_cache_clusters; node++) {
        names.add(`${cache.replication_group_id}-00${node}`);
      }
      const labels = new Set(['kind', 'kept', 'broken', 'leaves']);
      for (const { address, values } of ofType(stack, 'aws_cloudwatch_metric_alarm')) {
        const looked = metricsOf(values);
        assert.ok(looked.length > 0, `${address} looks at nothing`);
        for (const [dimension, value] of looked.flatMap(({ dimensions }) => Object.entries(dimensions))) {
          assert.ok(labels.has(dimension) || names.has(value), `${address}: ${dimension} ${value}`);
        }
        assert.ok(values.alarm_description.length > 20, address);
      }
      for (const metric of dashboard(stack)) {
        for (let at = 2; at < metric.length; at += 2) {
          assert.ok(labels.has(metric[at]) || names.has(metric[at + 1]), `dashboard: ${metric}`);
        }
      }
    });

    test('alarms count what grows, and look at the height of what does not', () => {
      for (const { address, values } of ofType(stack, 'aws_cloudwatch_metric_alarm')) {
        for (const { name, namespace, statistic, period } of metricsOf(values)) {
          assert.equal(period, 60, `${address}: nodes and services write once a minute`);
          if (/_total$|_count$|Count$|^(Errors|Throttles|Evictions|AuthenticationFailures)$/.test(name) && !/Host/.test(name)) {
            assert.equal(statistic, 'Sum', address);
          } else if (name === 'liap_sockets') {
            assert.equal(statistic, 'Sum', `${address}: every node writes its own number`);
          } else if (namespace === 'LiapTui') {
            assert.ok(['Minimum', 'Maximum', 'Average', 'SampleCount'].includes(statistic), address);
          }
        }
      }
    });

    test('silence is an alarm where nothing else would tell, and only there', () => {
      const silent = ofType(stack, 'aws_cloudwatch_metric_alarm').filter(({ values }) => values.treat_missing_data === 'breaching').map(({ index }) => index);
      assert.deepEqual(silent.sort(), ['no-figures', 'no-node', 'too-few-nodes']);
    });

    test('ECS turns a deploy back for alarms that are there and are silent while nothing is', () => {
      const [{ alarm_names: names, enable, rollback }] = only(stack, 'aws_ecs_service').alarms;
      assert.deepEqual([enable, rollback, names.length], [true, true, 2]);
      for (const name of names) {
        const alarm = ofType(stack, 'aws_cloudwatch_metric_alarm').find(({ values }) => values.alarm_name === name)?.values;
        assert.equal(alarm?.treat_missing_data, 'notBreaching', name);
      }
    });

    test('nodes are looked for in every group they may be in', () => {
      const groups = ofType(stack, 'aws_lb_target_group').filter(({ values }) => values.target_type === 'ip').map(({ values }) => values.arn_suffix).sort();
      for (const name of ['no-node', 'too-few-nodes']) {
        const { values } = ofType(stack, 'aws_cloudwatch_metric_alarm').find(({ index }) => index === name);
        assert.deepEqual(metricsOf(values).map(({ dimensions }) => dimensions.TargetGroup).sort(), groups, name);
        const expression = values.metric_query.find((one) => one.expression)?.expression;
        assert.equal(expression, groups.length === 1 ? undefined : 'FILL(g0, 0) + FILL(g1, 0)');
      }
    });

    test('figures that are looked at are figures that nodes write', () => {
      const written = emitted();
      const used = new Map();
      ofType(stack, 'aws_cloudwatch_metric_alarm').filter(({ values }) => values.namespace === 'LiapTui')
        .forEach(({ values }) => used.set(values.metric_name, Object.keys(values.dimensions)));
      dashboard(stack).filter(([namespace]) => namespace === 'LiapTui')
        .forEach(([, name, ...dimensions]) => used.set(`${name} `, dimensions.filter((_, index) => index % 2 === 0)));
      ofType(stack, 'aws_appautoscaling_policy').flatMap(({ values }) => values.target_tracking_scaling_policy_configuration)
        .flatMap(({ customized_metric_specification: custom }) => custom)
        .forEach(({ metric_name: name, dimensions }) => used.set(`${name}  `, dimensions.map((one) => one.name)));
      assert.ok(used.size > 20);
      for (const [name, dimensions] of used) {
        const labels = written.get(name.trim());
        assert.ok(labels, `${name.trim()} is written by no node`);
        assert.deepEqual([...dimensions].sort(), ['service', ...labels].sort(), name.trim());
      }
    });
  });
}

/** What an alarm looks at: one metric, or those that its expression is made of. */
function metricsOf({ metric_name: name, namespace, dimensions, statistic, period, metric_query: queries = [] }) {
  return name ? [{ name, namespace, dimensions, statistic, period }] : queries.flatMap(({ metric }) => metric)
    .map((one) => ({ name: one.metric_name, namespace: one.namespace, dimensions: one.dimensions, statistic: one.stat, period: one.period }));
}

function dashboard(stack) {
  const { widgets } = JSON.parse(only(stack, 'aws_cloudwatch_dashboard').dashboard_body);
  return widgets.filter(({ type }) => type === 'metric').flatMap(({ properties }) => properties.metrics);
}

/** The table of docs/cloudwatch.md, which a test of ws-core holds against what a node writes. */
function emitted() {
  const text = readFileSync(join(repository, 'docs', 'cloudwatch.md'), 'utf8');
  return new Map([...text.matchAll(/^\| `(liap_\w+)` \| ([^|]*) \|/gm)].map(([, name, labels]) => [name, labels.trim() === '-' ? [] : labels.trim().replaceAll('`', '').split(', ')]));
}
