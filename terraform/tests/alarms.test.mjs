// Each alarm goes off for its reason, and stays silent for what is close to it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judge, line, measured } from './cloudwatch.mjs';
import { applied, ofType, only } from './states.mjs';

const minutes = (count, ...lines) => Array.from({ length: count }, () => lines);
const node = (name, value, labels) => line('liaptui', name, value, labels);
const own = (name, labels) => (...values) => values.map((value) => node(name, value, labels));
const firstFrame = own('liap_first_frame_seconds_max');
const broken = own('liap_load_failures_total', { broken: 'true' });
const ghosts = own('liap_audit_found', { kind: 'ghost' });
const risky = own('liap_unreplicated_total');
const slow = own('liap_append_seconds_max');
const unkept = own('liap_archived_total', { kept: 'false' });
const echo = own('liap_subscription');
const sockets = own('liap_sockets');
const rooms = own('liap_rooms');

// [alarm, goes off, stays silent]: what all nodes wrote in the minutes before
const figures = [
  ['recovery-time', minutes(1, ...firstFrame(0.4, 3.1)), minutes(9, ...firstFrame(2.9, 0.1))],
  ['games-broken', minutes(1, ...broken(0, 1)), minutes(9, ...broken(0, 0), node('liap_load_failures_total', 7, { broken: 'false' }))],
  ['moves-at-risk', minutes(5, ...risky(4, 4, 4)), [...minutes(1, ...risky(0, 0, 0)), ...minutes(4, ...risky(4, 4, 4))]],
  ['moves-restored', minutes(1, ...own('liap_restored_total')(0, 1)), minutes(3, ...own('liap_restored_total')(0, 0))],
  ['audit-ghosts', minutes(3, ...ghosts(0, 1)), [...minutes(1, ...ghosts(0, 0)), ...minutes(2, ...ghosts(0, 1))]],
  ['audit-twins', minutes(3, node('liap_audit_found', 1, { kind: 'twin' })), minutes(3, ...ghosts(1))],
  ['audit-hidden', minutes(3, node('liap_audit_found', 1, { kind: 'hidden' })), minutes(3, ...ghosts(1))],
  // 10 nodes of 4,000 each at most
  ['nearly-full', minutes(3, ...sockets(...Array(10).fill(3300))), minutes(3, ...sockets(4000, 4000))],
  ['store-slow', minutes(5, ...slow(0.4, 0.2)), minutes(5, ...slow(0.3, 0.1))],
  ['store-silent', minutes(1, ...own('liap_append_oldest_seconds')(0, 6.5, 0)), minutes(9, ...own('liap_append_oldest_seconds')(0.3, 4.9))],
  ['archive-failing', minutes(10, ...unkept(0, 1)), [...minutes(1, ...unkept(0, 0)), ...minutes(9, ...unkept(0, 1))]],
  ['must-not-leave', minutes(1, ...own('liap_deaf_total', { leaves: 'false' })(0, 1)), minutes(3, ...own('liap_deaf_total', { leaves: 'true' })(1, 1))],
  ['relay-deaf', minutes(3, ...echo(1, 0, 1)), [...minutes(1, ...echo(1, 1, 1)), ...minutes(2, ...echo(1, 0, 1))]],
  ['no-figures', minutes(5), [...minutes(4), ...minutes(1, ...rooms(0))]],
];

describe('standard', () => {
  const stack = applied('standard');
  const alarms = new Map(ofType(stack, 'aws_cloudwatch_metric_alarm').map(({ index, values }) => [index, values]));

  for (const [name, fires, silent] of figures) {
    test(name, () => {
      assert.equal(judge(alarms.get(name), fires), 'ALARM');
      assert.equal(judge(alarms.get(name), silent), 'OK');
    });
  }
  test('every alarm on figures of nodes has a row here', () => {
    const those = [...alarms].filter(([, { namespace }]) => namespace === 'LiapTui').map(([name]) => name);
    assert.deepEqual(figures.map(([name]) => name).sort(), those.sort());
  });
  test('only silence of all nodes is silence: another stack in the account is another', () => {
    const other = line('liaptui-test', 'liap_rooms', 3);
    assert.equal(judge(alarms.get('no-figures'), minutes(5, other)), 'ALARM');
    assert.equal(judge(alarms.get('recovery-time'), minutes(1, line('liaptui-test', 'liap_first_frame_seconds_max', 9))), 'OK');
  });

  const cache = (member) => (credits, cpu) => [
    measured('AWS/ElastiCache', 'CPUCreditBalance', { CacheClusterId: member }, credits), measured('AWS/ElastiCache', 'CPUUtilization', { CacheClusterId: member }, cpu),
  ];
  test('credits count only while they are spent: a new node begins without any', () => {
    const alarm = alarms.get('cache-credits-001');
    const first = cache('liaptui-001');
    assert.equal(judge(alarm, minutes(5, ...first(0, 3))), 'OK');
    assert.equal(judge(alarm, minutes(5, ...first(12, 40))), 'ALARM');
    assert.equal(judge(alarm, minutes(5, ...first(200, 40))), 'OK');
    assert.equal(judge(alarm, minutes(5, ...cache('liaptui-002')(12, 40))), 'OK');
  });
});

for (const profile of ['standard', 'blue-green']) {
  describe(`healthy nodes, ${profile}`, () => {
    const stack = applied(profile);
    const alarm = (name) => ofType(stack, 'aws_cloudwatch_metric_alarm').find(({ index }) => index === name).values;
    const groups = ofType(stack, 'aws_lb_target_group').filter(({ values }) => values.target_type === 'ip').map(({ values }) => values.arn_suffix);
    const balancer = only(stack, 'aws_lb').arn_suffix;
    const healthy = (group, count) => measured('AWS/ApplicationELB', 'HealthyHostCount', { LoadBalancer: balancer, TargetGroup: group }, count);

    test('none at all, or not even a figure, is an alarm', () => {
      assert.equal(judge(alarm('no-node'), minutes(1, ...groups.map((group) => healthy(group, 0)))), 'ALARM');
      assert.equal(judge(alarm('no-node'), minutes(1)), 'ALARM');
    });
    for (const group of groups) {
      test(`all of them in group ${groups.indexOf(group) + 1} are enough`, () => {
        const now = [healthy(group, 2)];
        assert.equal(judge(alarm('no-node'), minutes(1, ...now)), 'OK');
        assert.equal(judge(alarm('too-few-nodes'), minutes(10, ...now)), 'OK');
        assert.equal(judge(alarm('too-few-nodes'), minutes(10, healthy(group, 1))), 'ALARM');
      });
    }
  });
}
