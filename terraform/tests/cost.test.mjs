// The printed costs of the real profiles keep what the README and the budgets say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bill, total, usual } from '../tools/bill.mjs';
import { applied, only, profiles } from './states.mjs';
import { terraformFolder } from './workspace.mjs';

const prices = JSON.parse(readFileSync(new URL('../tools/prices.json', import.meta.url)));
const sums = new Map(profiles.filter((name) => name !== 'bootstrap').map((name) => [name, total(bill(applied(name), prices, usual))]));

for (const [name, sum] of sums) {
  test(`${name} costs less than its budget warns at`, () => {
    assert.ok(sum < 0.8 * Number(only(applied(name), 'aws_budgets_budget').limit_amount), `${sum.toFixed(2)}`);
  });
}

test('each profile costs more than the one before', () => {
  assert.ok(sums.get('budget') < sums.get('standard') && sums.get('standard') < sums.get('ha'));
});

test('the README says what the command prints', () => {
  const readme = readFileSync(join(terraformFolder, 'README.md'), 'utf8');
  for (const name of ['budget', 'standard', 'ha']) {
    const stated = new RegExp(`^\\| \`${name}\` \\| (\\d+) USD`, 'm').exec(readme)?.[1];
    assert.equal(Number(stated), Math.round(sums.get(name)), `${name}: the README says ${stated}, it is ${sums.get(name).toFixed(2)}`);
  }
});
