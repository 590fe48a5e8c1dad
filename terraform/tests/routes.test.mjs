import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { balancer, refusals } from './balancer.mjs';
import { applied, ofType, only } from './states.mjs';
import { terraformFolder } from './workspace.mjs';

const { requests } = JSON.parse(readFileSync(new URL('routes.json', import.meta.url)));

for (const profile of ['standard', 'blue-green']) {
  describe(`the planned rules of ${profile}`, () => {
    const stack = applied(profile);
    const listener = ofType(stack, 'aws_lb_listener').find(({ name }) => name === 'https').values;
    const route = balancer(ofType(stack, 'aws_lb_listener_rule'), ofType(stack, 'aws_lb_target_group'), listener.default_action);
    for (const { rule, to, ...request } of requests) {
      test(`${request.method} ${request.path} ${JSON.stringify(request.headers)} -> ${to}`, () => {
        assert.deepEqual(route(request), { rule, to });
      });
    }
    test('give up later than the function', () => {
      assert.ok(only(stack, 'aws_lambda_function').timeout < only(stack, 'aws_lb').idle_timeout);
    });
  });
}

describe('the direct host, past CloudFront', () => {
  const stack = applied('modules/alb');
  const listener = ofType(stack, 'aws_lb_listener').find(({ name }) => name === 'direct').values;
  const rules = ofType(stack, 'aws_lb_listener_rule').filter(({ values }) => values.listener_arn === listener.arn);
  const route = balancer(rules, ofType(stack, 'aws_lb_target_group'), listener.default_action);
  const upgrade = { Host: 'sockets.play.example.com', Upgrade: 'websocket' };
  const to = (path, headers) => route({ method: 'GET', path, headers }).to;

  test('takes sockets under its own name', () => {
    assert.equal(to('/ws/lobby', upgrade), 'ws');
    assert.equal(to('/ws', { ...upgrade, Host: 'sockets.play.example.com:443' }), 'ws');
  });
  test('takes no address that a caller chose', () => {
    assert.equal(to('/ws/lobby', { ...upgrade, 'X-Forwarded-For': '1.2.3.4' }), '400');
    assert.equal(to('/ws/lobby', { ...upgrade, 'x-forwarded-for': 'unknown' }), '400');
  });
  test('takes nothing else, so nobody gets past the firewall to the API', () => {
    assert.equal(to('/ws/lobby', { ...upgrade, Host: 'play.example.com' }), '404');
    assert.equal(to('/ws/lobby', { Host: upgrade.Host }), '404');
    assert.equal(to('/api/rooms', { Host: upgrade.Host }), '404');
    assert.equal(to('/', { Host: upgrade.Host }), '404');
  });
  test('its rules are ones that AWS takes', () => {
    for (const { address, values } of rules) {
      assert.ok(values.condition.flatMap((one) => Object.values(one).flat().flatMap((kind) => kind?.values ?? [])).length <= 5, address);
    }
  });
});

describe('rules as they stand', () => {
  const { rules } = JSON.parse(readFileSync(join(terraformFolder, 'listener-rules.json')));
  for (const [name, { condition }] of Object.entries(rules)) {
    test(`${name} is one that AWS takes`, () => assert.deepEqual(refusals(condition), []));
  }
});

// The hybrid plan's two rules (plan 002, section 4.2) as it has them
describe('the hybrid plan\'s own rules are refused', () => {
  const api = [
    { path_pattern: { values: ['/api/*'] } },
    { path_pattern: { values: ['/api/*'] } },
    { http_header: { http_header_name: 'Upgrade', values: [''] } },
  ];
  const websocket = [{ http_header: { http_header_name: 'Upgrade', values: ['websocket'] } }];
  test('its rule for the API', () => {
    const [twice, empty] = refusals(api);
    assert.match(twice, /two path_pattern/);
    assert.match(empty, /an empty value/);
  });
  test('its rule for sockets', () => assert.match(refusals(websocket)[0], /opens sockets on every address/));
});
