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
