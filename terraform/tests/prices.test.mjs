// The arithmetic of the bill, against sums made by hand from the same prices.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bill, tasksFor, total, usual } from '../tools/bill.mjs';

const prices = JSON.parse(readFileSync(new URL('../tools/prices.json', import.meta.url)));
const resource = (type, values, name = 'this') => ({ type, name, values: { name, ...values } });

function stack({ min = 2, max = 10, cpu = '512', memory = '1024', arch = 'ARM64', strategy, cache = ['cache.t4g.micro', 2], more = [] } = {}) {
  return [
    resource('aws_ecs_task_definition', { cpu, memory, runtime_platform: [{ cpu_architecture: arch }] }),
    resource('aws_ecs_cluster', { setting: [{ value: 'disabled' }] }),
    resource('aws_ecs_service', {
      capacity_provider_strategy: strategy ?? [{ capacity_provider: 'FARGATE', base: 2, weight: 100 }],
      network_configuration: [{ assign_public_ip: true }],
    }),
    resource('aws_appautoscaling_target', { min_capacity: min, max_capacity: max }),
    resource('aws_appautoscaling_policy', { target_tracking_scaling_policy_configuration: [{ target_value: 4000 }] }, 'liap_sockets'),
    resource('aws_elasticache_replication_group', { node_type: cache[0], num_cache_clusters: cache[1] }),
    resource('aws_lb', { subnets: ['a', 'b'] }),
    resource('aws_lambda_function', { memory_size: 1024, architectures: ['arm64'] }),
    ...more,
  ];
}
const cost = (of, name, usage) => bill(of, prices, { ...usual, ...usage }).find((line) => line.name === name)?.usd ?? 0;
const near = (found, wanted) => assert.ok(Math.abs(found - wanted) < 0.01, `${found} is not ${wanted}`);

describe('a month', () => {
  // 2 x (0.5 vCPU x 0.03238 + 1 GiB x 0.00356) x 730 h
  test('of two small nodes', () => near(cost(stack(), 'Nodes on Fargate'), 28.84));
  test('of the same on x86, as the hybrid plan has them', () => near(cost(stack({ arch: 'X86_64' }), 'Nodes on Fargate'), 36.04));
  test('of the balancer', () => near(cost(stack(), 'Load balancer'), 16.43));
  // 10,000 / 3,000 units x 0.008 x 730 h
  test('of 10,000 silent sockets', () => near(cost(stack(), 'Load balancer, use', { sockets: 10000, gb: 0, requests: 0 }), 19.47));
  test('of two copies of the smallest cache', () => near(cost(stack(), 'Cache'), 18.69));
  test('of two copies of the smallest with a log', () => near(cost(stack({ cache: ['cache.m7g.large', 2] }), 'Cache'), 184.54));
  test('of four addresses', () => near(cost(stack(), 'Public IPv4 addresses'), 4 * 3.65));
  test('of one NAT gateway, without its traffic', () => {
    const free = { ...prices, network: { ...prices.network, nat_gb: 0 } };
    const lines = bill(stack({ more: [resource('aws_nat_gateway', {})] }), free, usual);
    near(lines.find(({ name }) => name === 'NAT gateways').usd, 32.85);
  });
  test('of a firewall with four rules', () => {
    const acl = resource('aws_wafv2_web_acl', { rule: [1, 2, 3, 4] });
    near(cost(stack({ more: [acl] }), 'Firewall', { requests: 0, games: 0 }), 9);
  });
  // 1 million x 0.20 and 1,000,000 x 0.03 s x 1 GiB x 0.0000133334
  test('of a million answers', () => near(cost(stack(), 'Function', { requests: 1e6 }), 0.2 + 0.4));
  test('of data: a terabyte is free', () => {
    assert.equal(cost(stack(), 'CloudFront, data to players', { gb: 1024 }), 0);
    near(cost(stack(), 'CloudFront, data to players', { gb: 2024 }), 85);
  });
  test('of fifteen alarms, ten of which are free', () => {
    const alarms = Array.from({ length: 15 }, () => resource('aws_cloudwatch_metric_alarm', {}));
    near(cost(stack({ more: alarms }), 'Alarms'), 0.5);
  });
});

describe('nodes', () => {
  test('are never fewer than the least and never more than the most', () => {
    assert.equal(tasksFor(stack(), { sockets: 0 }), 2);
    assert.equal(tasksFor(stack(), { sockets: 8001 }), 3);
    assert.equal(tasksFor(stack({ max: 4 }), { sockets: 1e6 }), 4);
  });
  test('above the base are Spot by weight, at a third of the price', () => {
    const strategy = [{ capacity_provider: 'FARGATE', base: 2, weight: 50 }, { capacity_provider: 'FARGATE_SPOT', base: 0, weight: 50 }];
    const six = stack({ strategy, min: 6 });
    near(cost(six, 'Nodes on Fargate'), 4 * 14.42);
    near(cost(six, 'Nodes on Fargate Spot'), 2 * 14.42 * 0.35);
  });
});

test('a size without a price is said, not counted as free', () => {
  assert.throws(() => bill(stack({ cache: ['cache.r9g.huge', 1] }), prices, usual), /price table has no cache\.r9g\.huge/);
});

test('the sum is that of the lines, and grows with use', () => {
  const lines = bill(stack(), prices, usual);
  near(total(lines), lines.reduce((sum, { usd }) => sum + usd, 0));
  assert.ok(total(bill(stack(), prices, { sockets: 20000, games: 1e6, requests: 1e8, gb: 5000 })) > 2 * total(lines));
});

describe('what the plans say, added up again', () => {
  const fargate = 2 * (0.5 * 0.04048 + 0.004445) * 730;
  test('hybrid plan: its Fargate is right', () => near(fargate, 36.04));
  test('004: two m6g.large of Redis are 217, not 85', () => near(2 * 0.149 * 730, 217.54));
  test('001: a balancer, two t3.micro and a small cache are 44, not 77', () => near(16.43 + 15.18 + 0.017 * 730, 44.02));
});
