// Every validation of every module refuses something, and says why.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { refusals } from './refusals.mjs';
import { openWorkspace, terraformFolder } from './workspace.mjs';

const workspace = await openWorkspace();
after(() => workspace.close());

for (const [root, { usual, refused }] of Object.entries(refusals)) {
  describe(root, () => {
    const answers = ask(root, [{}, ...refused.map(([, changes]) => changes)].map((changes) => ({ ...usual, ...changes })));

    test('takes the usual values', () => assert.deepEqual(answers[0].errors, []));
    refused.forEach(([reason, changes], index) => {
      test(`refuses ${JSON.stringify(changes).slice(0, 90)}: ${reason}`, () => {
        const { errors } = answers[index + 1];
        assert.ok(errors.some((error) => error.includes(reason)), `it said: ${errors.join('\n') || 'nothing'}`);
      });
    });
    test('has a row here for each of its validations', () => {
      const messages = validations(join(terraformFolder, root));
      for (const message of messages) {
        assert.ok(refused.some(([reason]) => message.includes(reason)), `no row for: ${message}`);
      }
    });
  });
}

test('no module is left out', () => {
  const modules = readdirSync(join(terraformFolder, 'modules')).map((name) => `modules/${name}`);
  assert.deepEqual(modules.filter((name) => !refusals[name]), []);
});

function ask(root, cases) {
  const folder = join(workspace.folder(root), 'refusals');
  mkdirSync(folder);
  cases.forEach((variables, index) => writeFileSync(join(folder, `c${String(index).padStart(2, '0')}.tftest.hcl`), [
    'mock_provider "aws" {\n  source = "../../tests/mocks"\n}\n\nvariables {',
    ...Object.entries(variables).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`),
    '}\n\nrun "plan" {\n  command = plan\n}\n'].join('\n')));
  assert.equal(workspace.init(root).status, 0);
  const run = workspace.run(root, 'test', '-json', '-test-directory=refusals');
  const answers = cases.map(() => ({ errors: [] }));
  for (const line of run.out.split('\n').filter((text) => text.includes('"type":"diagnostic"'))) {
    const { '@testfile': file, '@level': level, diagnostic } = JSON.parse(line);
    if (level === 'error') {
      answers[Number(/c(\d+)\.tftest/.exec(file)[1])].errors.push(`${diagnostic.summary}: ${diagnostic.detail}`);
    }
  }
  rmSync(folder, { recursive: true });
  return answers;
}

/** The messages of all validations and preconditions of a folder. */
function validations(folder) {
  return readdirSync(folder).filter((file) => file.endsWith('.tf')).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/error_message\s*=\s*"((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message));
}
