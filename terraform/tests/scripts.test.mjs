// The scripts of a deploy, with stand-ins for aws, curl and sleep that note what they are asked: what is done, in which order,
// and above all that a bad deploy is turned back.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { terraformFolder } from './workspace.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'liap-scripts-'));
after(() => rmSync(scratch, { recursive: true }));
let runs = 0;
const needsJq = { skip: spawnSync('jq', ['--version']).status === 0 ? false : 'jq is not installed' };

/** @param answers what the stand-ins say: [part of the command line, answer, exit code] */
function run(script, args, answers, { tools = join(terraformFolder, 'tools'), env = {} } = {}) {
  const place = join(scratch, String(runs++));
  mkdirSync(place);
  const log = join(place, 'log');
  const cases = answers.map(([part, answer, code = 0]) => `    *${JSON.stringify(part)}*) printf '%s\\n' ${JSON.stringify(answer)}; exit ${code} ;;`).join('\n');
  // `lambda invoke` writes its answer into a file, its last word
  const stand = `#!/bin/bash\nprintf '%s %s\\n' "$(basename "$0")" "$*" >> '${log}'\ncase "$*" in *'lambda invoke'*) exec > "\${!#}" ;; esac\ncase "$(basename "$0") $*" in\n${cases}\nesac\n`;
  for (const tool of ['aws', 'curl', 'sleep', 'terraform']) {
    writeFileSync(join(place, tool), stand);
    chmodSync(join(place, tool), 0o755);
  }
  const { status, stdout, stderr } = spawnSync(join(tools, script), args, {
    encoding: 'utf8', env: { ...process.env, ...env, PATH: `${place}:${process.env.PATH}` },
  });
  return { status, said: stdout + stderr, asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] };
}

describe('roll.sh', needsJq, () => {
  const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui@sha256:${'a'.repeat(64)}`;
  const definition = JSON.stringify({
    family: 'liaptui', revision: 7, status: 'ACTIVE', taskDefinitionArn: 'old', containerDefinitions: [{ image: 'was', environment: [{ name: 'LIAP_BUILD', value: 'was' }] }],
  }).replaceAll('"', '\\"');
  const usual = ({ sockets = '100', alarm = 'OK', now = 'arn:new', socket = '101', stable = 0, registry = 0 } = {}) => [
    ['describe-task-definition', JSON.parse(`"${definition}"`)],
    ['batch-get-image', registry === 'None' ? 'None' : 'the manifest', Number(registry) || 0],
    ['register-task-definition', 'arn:new'],
    ['get-metric-statistics', sockets],
    ['describe-alarms', alarm],
    ['wait services-stable', '', stable],
    ['/api/health', 'ok'],
    ['/ws/lobby', socket],
    ['services[0].taskDefinition', now],
  ];
  const roll = (options) => run('roll.sh', ['liaptui', image, 'https://play.example.com'], usual(options));
  const updates = ({ asked }) => asked.filter((line) => line.includes('update-service')).map((line) => line.split('--task-definition ')[1]);

  test('registers the newest definition with the image, and rolls', () => {
    const done = roll();
    assert.equal(done.status, 0, done.said);
    assert.deepEqual(updates(done), ['arn:new']);
    assert.match(done.said, /100 sockets are open/);
  });
  test('marks the image before it runs, so that the registry keeps it', () => {
    const { asked } = roll();
    const marked = asked.findIndex((line) => line.includes(`put-image --repository-name liaptui --image-manifest the manifest --image-digest sha256:${'a'.repeat(64)} --image-tag deployed-2`));
    assert.ok(marked >= 0 && marked < asked.findIndex((line) => line.includes('update-service')), asked.join('\n'));
  });
  test('rolls nothing that is not in the registry', () => {
    for (const registry of [254, 'None']) {
      const done = roll({ registry });
      assert.equal(done.status, 1);
      assert.match(done.said, /is not in the registry/);
      assert.deepEqual(updates(done), []);
    }
  });
  test('refuses a tag', () => {
    const done = run('roll.sh', ['liaptui', 'repo/liaptui:latest', 'https://x'], usual());
    assert.equal(done.status, 2);
    assert.match(done.said, /by its digest/);
    assert.deepEqual(done.asked, []);
  });
  test('goes back when no socket opens', () => {
    const done = roll({ socket: '502' });
    assert.equal(done.status, 1);
    assert.match(done.said, /no health or no socket/);
    assert.equal(updates(done).length, 2);
  });
  test('goes back when the alarm for players goes off', () => {
    const done = roll({ alarm: 'ALARM' });
    assert.equal(done.status, 1);
    assert.match(done.said, /players-are-hurt went off/);
    assert.equal(updates(done).length, 2);
  });
  test('says so when ECS turned it back itself', () => {
    const done = roll({ now: 'arn:old' });
    assert.equal(done.status, 1);
    assert.match(done.said, /ECS turned the deploy back/);
    assert.equal(updates(done).length, 1);
  });
  test('goes back when the service does not become stable', () => {
    const done = roll({ stable: 255 });
    assert.match(done.said, /did not become stable/);
    assert.equal(updates(done).length, 2);
    const waits = done.asked.slice(0, done.asked.findLastIndex((line) => line.includes('update-service'))).filter((line) => line.includes('wait services-stable'));
    assert.equal(waits.length, 3, 'half an hour: blue/green bakes longer than the ten minutes of one wait');
    assert.match(done.said, /Still going back/);
  });
});

describe('function.sh', needsJq, () => {
  const answers = ({ health = 0, status = 200 }) => [
    ['get-alias', '3'], ['publish-version', '4'], ['/api/health', '', health],
    // Writes what the function says into the file it is given last
    ['lambda invoke', `{"statusCode": ${status}}`],
  ];
  const go = (options) => run('function.sh', ['liaptui', 'f.zip', 'https://x'], answers(options));
  const aliases = ({ asked }) => asked.filter((line) => line.includes('update-alias')).map((line) => line.split('--function-version ')[1]);

  test('publishes, asks the new version, then moves the alias', () => {
    const done = go({});
    assert.equal(done.status, 0, done.said);
    assert.deepEqual(aliases(done), ['4']);
    const order = done.asked.map((line) => /lambda ([\w-]+( function-updated| published-version-active)?)/.exec(line)?.[1]).filter(Boolean);
    assert.deepEqual(order, ['get-alias', 'update-function-code', 'wait function-updated', 'publish-version', 'wait published-version-active', 'invoke', 'update-alias']);
    assert.match(done.asked.find((line) => line.includes('invoke')), /--qualifier 4 /);
  });
  test('leaves the alias where it is when the new version answers wrongly', () => {
    const done = go({ status: 500 });
    assert.equal(done.status, 1);
    assert.match(done.said, /players keep version 3:\n\{"statusCode": 500\}/);
    assert.deepEqual(aliases(done), []);
  });
  test('moves it back when the API does not answer', () => {
    const done = go({ health: 22 });
    assert.equal(done.status, 1);
    assert.deepEqual(aliases(done), ['4', '3']);
  });
});

describe('pages.sh', () => {
  const before = '0123456789abcdef';
  const pages = (page) => run('pages.sh', ['bucket', 'E1', 'https://x'], [
    ['index.html -', page], ['list-objects-v2', `v/${before}/main.js`], ['https://x/', '<page>'],
  ]);
  const done = pages(`<script src="v/${before}/main.js">`);

  test('uploads assets for ever before the page for now', () => {
    assert.equal(done.status, 0, done.said);
    const copies = done.asked.filter((line) => line.startsWith('aws s3 cp') && !line.endsWith(' -'));
    assert.match(copies[0], /s3:\/\/bucket\/v .*max-age=31536000, immutable/);
    assert.match(copies[1], /index\.html .*no-cache/);
    assert.match(done.asked.find((line) => line.includes('invalidation')), /--paths \/ \/index\.html$/);
  });
  test('marks what the page before used, which begins to grow old only now', () => {
    const touched = done.asked.findIndex((line) => line.startsWith(`aws s3 cp s3://bucket/v/${before}/ s3://bucket/v/${before}/ --recursive`));
    const marked = done.asked.findIndex((line) => line.includes('put-object-tagging') && line.includes(`v/${before}/main.js`));
    assert.ok(touched >= 0 && marked > touched, done.asked.join('\n'));
    assert.ok(done.asked.findIndex((line) => line.includes('invalidation')) < touched);
  });
  test('marks nothing the first time, nor when the client is the same', () => {
    const hash = /Client (\w+) is up/.exec(done.said)[1];
    for (const page of ['', `src="v/${hash}/main.js"`]) {
      const again = pages(page);
      assert.equal(again.status, 0, again.said);
      assert.ok(!again.asked.some((line) => line.includes('tagging') || line.includes(`${hash}/ `)));
    }
  });
});

describe('plan.sh and apply.sh', needsJq, () => {
  // Plans are written into the profile's folder
  const place = join(scratch, 'terraform');
  cpSync(join(terraformFolder, 'tools'), join(place, 'tools'), { recursive: true });
  mkdirSync(join(place, 'envs', 'standard'), { recursive: true });
  const changes = (list) => JSON.stringify({ resource_changes: list.map(([address, ...actions]) => ({ address, change: { actions } })) });
  const planned = [['b', 'update'], ['a', 'delete', 'create'], ['same', 'no-op'], ['data.x', 'read']];
  const file = (name) => join(place, name);
  const answers = (list, plan = 0) => [['show -json', changes(list).replaceAll('"', '\\"')].map((one) => JSON.parse(`"${one}"`)), ['terraform plan', 'the plan', plan]];
  const go = (script, list, env, plan) => run(script, ['standard', 'states'], answers(list, plan), {
    tools: file('tools'), env: { TF_VAR_region: 'eu-west-1', GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '', ...env },
  });

  test('a plan shows the reviewer what it is and hands on what it changes', () => {
    const done = go('plan.sh', planned, { GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') });
    assert.equal(done.status, 0, done.said);
    assert.equal(readFileSync(file('output'), 'utf8'), 'changes<<END-OF-CHANGES\ndelete+create a\nupdate b\nEND-OF-CHANGES\n');
    assert.match(readFileSync(file('summary'), 'utf8'), /the plan/);
    assert.match(done.asked[0], /init -backend-config=bucket=states -backend-config=region=eu-west-1$/);
  });
  test('it reads nothing of the account, which would ask for the password', () => {
    assert.match(go('plan.sh', planned).asked.find((line) => line.startsWith('terraform plan')), /-refresh=false/);
  });
  test('a plan that fails is not green', () => assert.notEqual(go('plan.sh', planned, {}, 1).status, 0));

  const applied = ({ asked }) => asked.some((line) => line === 'terraform apply -no-color plan');
  test('what was reviewed is applied', () => {
    const done = go('apply.sh', planned, { REVIEWED: 'delete+create a\nupdate b' });
    assert.equal(done.status, 0, done.said);
    assert.ok(applied(done));
  });
  test('less than was reviewed is applied', () => assert.ok(applied(go('apply.sh', planned.slice(0, 1), { REVIEWED: 'delete+create a\nupdate b' }))));
  test('nothing is applied that was not reviewed', () => {
    const done = go('apply.sh', planned, { REVIEWED: 'update a\nupdate b' });
    assert.equal(done.status, 1);
    assert.match(done.said, /not reviewed:\ndelete\+create a\nNothing was applied/);
    assert.ok(!applied(done));
  });
  test('unless somebody says that drift is to go', () => assert.ok(applied(go('apply.sh', planned, { REVIEWED: '', DRIFT: 'true' }))));
});
