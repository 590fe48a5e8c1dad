// The README's steps, held against what there is: an operator types them as they stand.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { repository, terraformFolder } from './workspace.mjs';

const text = readFileSync(join(terraformFolder, 'README.md'), 'utf8');
// Indented by four in a paragraph, by seven in a list
const commands = [...text.matchAll(/(?:^(?: {4}| {7})\S.*(?:\n|$)(?:^ {8,}\S.*(?:\n|$))*)+/gm)].map(([block]) => block);
const all = commands.join('\n');
const declared = (root, kind) => {
  const files = { variable: 'variables.tf', output: 'outputs.tf' };
  return readFileSync(join(terraformFolder, 'envs', root, files[kind]), 'utf8');
};
const has = (root, kind, name) => new RegExp(`^${kind} "${name}" \\{`, 'm').test(declared(root, kind));

test('there are steps', () => assert.ok(commands.length >= 12, `${commands.length}`));

test('every block is a shell script', () => {
  for (const block of commands.filter((one) => !one.includes('{ from ='))) {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });
    assert.equal(status, 0, `${block}${stderr}`);
  }
});

test('roots are there, and have the outputs that are asked for', () => {
  const found = [...all.matchAll(/-chdir=terraform\/envs\/([\w-]+) (\w+)(.*)/g)];
  assert.ok(found.length > 8);
  for (const [line, root, verb, rest] of found) {
    assert.ok(existsSync(join(terraformFolder, 'envs', root)), line);
    if (verb === 'output') {
      assert.ok(has(root, 'output', /^ -(?:raw|json) (\w+)/.exec(rest)?.[1]), line);
    }
  }
});

test('every variable that is set is one, and every one that must be is set before', () => {
  const set = [...all.matchAll(/export (?:\w+=\S+ )*TF_VAR_(\w+)=/g)].map(([, name]) => name);
  for (const name of set) {
    assert.ok(has('bootstrap', 'variable', name) || has('standard', 'variable', name), `TF_VAR_${name}`);
  }
  for (const root of ['bootstrap', 'standard']) {
    const applied = all.indexOf(`-chdir=terraform/envs/${root} apply`);
    for (const [, name, body] of declared(root, 'variable').matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)) {
      if (!/^ {2}default /m.test(body)) {
        const at = all.indexOf(`TF_VAR_${name}=`);
        assert.ok(at >= 0 && at < applied, `${name} of ${root} is not set before it is needed`);
      }
    }
  }
});

test('shell variables are set before they are used', () => {
  const known = new Set(['AWS_REGION']);
  for (const [, assigned, used] of all.matchAll(/export (\w+)=|\$\{?([A-Z][A-Z_]*\w*)/g)) {
    if (assigned) {
      known.add(assigned);
    } else {
      // Explained in the sentence before
      assert.ok(known.has(used) || text.includes(`(\`${used}\` is `), `$${used}`);
    }
  }
});

test('scripts are there and can be run', () => {
  const scripts = [...text.matchAll(/\bterraform\/tools\/\w+\.sh/g)].map(([path]) => path);
  assert.ok(scripts.length > 1);
  scripts.forEach((path) => accessSync(join(repository, path), constants.X_OK));
});

test('what is read from deploy.json is in it', () => {
  const stack = readFileSync(join(terraformFolder, 'modules', 'stack', 'outputs.tf'), 'utf8');
  const keys = [...all.matchAll(/jq -r \.(\w+) deploy\.json/g)].map(([, key]) => key);
  assert.ok(keys.length > 1);
  for (const key of [...keys, 'games_bucket']) {
    assert.match(stack, new RegExp(`^ +${key} +=`, 'm'));
  }
});

describe('links', () => {
  for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
    test(target, () => {
      if (target.startsWith('#')) {
        assert.ok(text.toLowerCase().includes(`\n### ${target.slice(1)}\n`), target);
      } else {
        assert.ok(existsSync(join(terraformFolder, target)), target);
      }
    });
  }
});
