// What the workflows may, and that nothing of others runs in them unpinned.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseDocument } from 'yaml';
import { repository } from './workspace.mjs';

const folder = join(repository, '.github', 'workflows');
const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));

test('there are four', () => assert.deepEqual(files.sort(), ['ci.yml', 'deploy.yml', 'images.yml', 'terraform.yml']));

for (const file of files) {
  describe(file, () => {
    const text = readFileSync(join(folder, file), 'utf8');
    const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
    const workflow = document.toJS();
    const jobs = Object.entries(workflow.jobs ?? {});
    const steps = jobs.flatMap(([job, { steps: all }]) => all.map((step) => ({ job, ...step })));

    test('is YAML without mistakes', () => assert.deepEqual([...document.errors, ...document.warnings], []));

    test('runs other people\'s actions by their hash, with the version beside it', () => {
      for (const line of text.split('\n').filter((one) => /\buses:/.test(one))) {
        assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, line);
      }
    });

    test('may read by default, and take a token only in jobs that need one', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const [job, { permissions = {}, environment }] of jobs) {
        assert.ok(Object.entries(permissions).every(([right, level]) => level === 'read' || (right === 'id-token' && level === 'write')), job);
        const assumes = steps.some(({ job: of, uses = '' }) => of === job && uses.startsWith('aws-actions/configure-aws-credentials'));
        assert.equal(permissions['id-token'] === 'write', assumes, job);
        const role = steps.find(({ job: of, with: options }) => of === job && options?.['role-to-assume'])?.with['role-to-assume'];
        assert.ok(!assumes || environment === 'production' || /AWS_(PLAN|IMAGES)_ROLE/.test(role), `${job} may change the account without a reviewer`);
      }
    });

    test('has no keys of AWS, and leaves none behind', () => {
      assert.doesNotMatch(text, /aws-(access-key-id|secret-access-key)|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)/);
      for (const { uses = '', with: options } of steps) {
        assert.ok(!uses.startsWith('actions/checkout') || options?.['persist-credentials'] === false);
      }
    });

    test('puts nothing that others wrote into a shell', () => {
      assert.ok(!('pull_request_target' in (workflow.on ?? {})));
      for (const { run = '', job } of steps) {
        assert.doesNotMatch(run, /\$\{\{/, `${job}: give it as an environment variable`);
      }
    });

    test('fails where a part of a pipe fails', () => assert.equal(workflow.defaults?.run?.shell, 'bash'));

    test('hands on only outputs that exist', () => {
      for (const [, job, name] of text.matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        const value = workflow.jobs[job]?.outputs?.[name] ?? '';
        const [, step] = /steps\.([\w-]+)\.outputs/.exec(value) ?? [];
        assert.ok(workflow.jobs[job].steps.some(({ id }) => id === step), `${job}.${name}`);
        assert.ok(jobs.every(([other, { needs }]) => other === job || !JSON.stringify(workflow.jobs[other]).includes(`needs.${job}.`) || [needs].flat().includes(job)));
      }
    });

    test('names inputs that exist', () => {
      const inputs = Object.keys(workflow.on?.workflow_dispatch?.inputs ?? {});
      for (const [, name] of text.matchAll(/\binputs\.([\w-]+)/g)) {
        assert.ok(inputs.includes(name), name);
      }
    });

    test('ends by itself', () => {
      for (const [job, { 'timeout-minutes': minutes }] of jobs) {
        assert.ok(minutes > 0 && minutes <= 60, job);
      }
    });

    test('runs only scripts that are there', () => {
      for (const [, script] of text.matchAll(/(?:^|\s)((?:terraform|\.ci)\/[\w./-]+\.sh|\.ci\/run)\b/gm)) {
        assert.ok(existsSync(join(repository, script)), script);
      }
    });
  });
}

test('nothing is applied that no reviewer saw', () => {
  const { plan, apply } = parseDocument(readFileSync(join(folder, 'terraform.yml'), 'utf8')).toJS().jobs;
  assert.equal(apply.needs, 'plan');
  assert.equal(apply.environment, 'production');
  assert.equal(plan.environment, undefined);
});

test('the README explains every variable and secret that a workflow reads', () => {
  const readme = readFileSync(join(repository, 'terraform', 'README.md'), 'utf8');
  for (const file of files) {
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:vars|secrets)\.(\w+)/g)) {
      assert.ok(readme.includes(`\`${name}\``), `${name} of ${file}`);
    }
  }
});

test('the workflow says everything that an operator can say by hand', () => {
  const { env } = parseDocument(readFileSync(join(folder, 'terraform.yml'), 'utf8')).toJS();
  const declared = [...readFileSync(join(repository, 'terraform', 'envs', 'standard', 'variables.tf'), 'utf8').matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
  // Given to the two steps alone, built in the job, and never switched off by a workflow
  const elsewhere = ['cache_password', 'function_zip', 'protect'];
  assert.deepEqual(declared.filter((name) => !(`TF_VAR_${name}` in env) && !elsewhere.includes(name)), []);
});
