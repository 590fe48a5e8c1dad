// The scripts of a deploy, with stand-ins for aws, curl and sleep that note what they are asked: what is done, in which order,
// and above all that a bad deploy is turned back.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { terraformFolder } from './workspace.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'liap-scripts-'));
after(() => rmSync(scratch, { recursive: true }));
let runs = 0;

/** @param answers what the stand-ins say: [part of the command line, answer, exit code] */
function run(script, args, answers) {
  const place = join(scratch, String(runs++));
  mkdirSync(place);
  const log = join(place, 'log');
  const cases = answers.map(([part, answer, code = 0]) => `    *${JSON.stringify(part)}*) printf '%s\\n' ${JSON.stringify(answer)}; exit ${code} ;;`).join('\n');
  const stand = `#!/bin/sh\nprintf '%s %s\\n' "$(basename "$0")" "$*" >> '${log}'\ncase "$(basename "$0") $*" in\n${cases}\nesac\n`;
  for (const tool of ['aws', 'curl', 'sleep']) {
    writeFileSync(join(place, tool), stand);
    chmodSync(join(place, tool), 0o755);
  }
  const { status, stdout, stderr } = spawnSync(join(terraformFolder, 'tools', script), args, {
    encoding: 'utf8', env: { ...process.env, PATH: `${place}:${process.env.PATH}` },
  });
  return { status, said: stdout + stderr, asked: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] };
}

describe('roll.sh', () => {
  const image = `repo/liaptui@sha256:${'a'.repeat(64)}`;
  const definition = JSON.stringify({
    family: 'liaptui', revision: 7, status: 'ACTIVE', taskDefinitionArn: 'old', containerDefinitions: [{ image: 'was', environment: [{ name: 'LIAP_BUILD', value: 'was' }] }],
  }).replaceAll('"', '\\"');
  const usual = ({ sockets = '100', alarm = 'OK', now = 'arn:new', socket = '101', stable = 0 } = {}) => [
    ['describe-task-definition', JSON.parse(`"${definition}"`)],
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
    assert.match(roll({ stable: 255 }).said, /did not become stable/);
  });
});

describe('function.sh', () => {
  const answers = (health) => [['get-alias', '3'], ['publish-version', '4'], ['/api/health', '', health]];
  const aliases = ({ asked }) => asked.filter((line) => line.includes('update-alias')).map((line) => line.split('--function-version ')[1]);

  test('publishes, then moves the alias', () => {
    const done = run('function.sh', ['liaptui', 'f.zip', 'https://x'], answers(0));
    assert.equal(done.status, 0, done.said);
    assert.deepEqual(aliases(done), ['4']);
    const order = done.asked.map((line) => /lambda ([\w-]+( function-updated| published-version-active)?)/.exec(line)?.[1]).filter(Boolean);
    assert.deepEqual(order, ['get-alias', 'update-function-code', 'wait function-updated', 'publish-version', 'wait published-version-active', 'update-alias']);
  });
  test('moves it back when the API does not answer', () => {
    const done = run('function.sh', ['liaptui', 'f.zip', 'https://x'], answers(22));
    assert.equal(done.status, 1);
    assert.deepEqual(aliases(done), ['4', '3']);
  });
});

describe('pages.sh', () => {
  const done = run('pages.sh', ['bucket', 'E1', 'https://x'], [['list-objects-v2', 'v/old/main.js'], ['https://x/', '<page>']]);

  test('uploads assets for ever before the page for now', () => {
    assert.equal(done.status, 0, done.said);
    const copies = done.asked.filter((line) => line.startsWith('aws s3 cp'));
    assert.match(copies[0], /s3:\/\/bucket\/v .*max-age=31536000, immutable/);
    assert.match(copies[1], /index\.html .*no-cache/);
    assert.match(done.asked.find((line) => line.includes('invalidation')), /--paths \/ \/index\.html$/);
  });
  test('marks what earlier versions left', () => {
    assert.match(done.asked.find((line) => line.includes('put-object-tagging')), /v\/old\/main\.js/);
  });
});
