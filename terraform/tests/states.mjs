// What the tests of the profiles applied: one flat list of resources each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const profiles = ['budget', 'standard', 'ha', 'blue-green', 'bootstrap'];

/** @returns the last applied state that a `terraform test -json -verbose` shows, or undefined */
export function stateOf(output) {
  let state;
  for (const line of output.split('\n').filter((text) => text.includes('"type":"test_state"'))) {
    state = JSON.parse(line).test_state;
  }
  return state;
}

export function resources(module, found = []) {
  for (const resource of module.resources ?? []) {
    if (resource.mode === 'managed') {
      found.push(resource);
    }
  }
  for (const child of module.child_modules ?? []) {
    resources(child, found);
  }
  return found;
}

/** Where `check.mjs` keeps what the tests of a root applied last. */
export const resultOf = (root) => `${root.replace('/', '-')}.json`;

/** @returns {object[]} the resources of a profile, or of another root, as `check.mjs` found them */
export function applied(name) {
  const folder = process.env.LIAP_TERRAFORM_RESULTS;
  if (folder === undefined) {
    throw new Error('These tests need what check.mjs prepares: run node terraform/tests/check.mjs');
  }
  return JSON.parse(readFileSync(join(folder, resultOf(name.includes('/') ? name : `envs/${name}`)), 'utf8'));
}

export const ofType = (list, type) => list.filter((resource) => resource.type === type);
export const only = (list, type) => {
  const found = ofType(list, type);
  if (found.length !== 1) {
    throw new Error(`expected one ${type}, found ${found.length}`);
  }
  return found[0].values;
};
