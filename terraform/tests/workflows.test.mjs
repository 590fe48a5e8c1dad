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
        assert.ok(!assumes || environment === 'production' || job === 'plan', `${job} may change the account without a reviewer`);
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
