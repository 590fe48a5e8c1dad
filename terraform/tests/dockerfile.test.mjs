// No container engine runs where these checks run: a linter, and what can be read.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { validate } from 'dockerfile-utils';
import { repository } from './workspace.mjs';

const text = readFileSync(join(repository, 'Dockerfile.fargate'), 'utf8');
const stages = new Map(text.split(/^(?=FROM )/m).slice(1).map((stage) => [/ AS ([\w-]+)/.exec(stage)[1], stage]));
const shipped = stages.get('image');

test('the linter finds nothing', () => {
  assert.deepEqual(validate(text).filter(({ message }) => !/cannot be resolved/.test(message)).map(({ message, range }) => `${range.start.line + 1}: ${message}`), []);
});

test('native is what is built unless asked otherwise', () => {
  assert.match(text, /^ARG MODE=native$/m);
  assert.match(shipped, /^FROM \$\{MODE\} AS image$/m);
  assert.ok(stages.has('native') && stages.has('jvm'));
});

test('runs as nobody special, in exec form, with labels and a place to write', () => {
  assert.match(shipped, /^USER 1001$/m);
  assert.match(shipped, /^VOLUME \/tmp$/m);
  assert.match(shipped, /org\.opencontainers\.image\.revision/);
  for (const mode of ['native', 'jvm']) {
    assert.match(stages.get(mode), /^ENTRYPOINT \[/m);
  }
  assert.match(stages.get('native'), /HEALTHCHECK [^\n]*CMD \["\/work\/application", "--health"\]/);
  assert.doesNotMatch(stages.get('native') + shipped, /^RUN /m, 'the native base has no shell to speak of');
});

test('takes only what the image needs, and that is there', () => {
  const ignored = readFileSync(join(repository, '.dockerignore'), 'utf8').split('\n');
  assert.equal(ignored[0], '**');
  for (const [, source] of text.matchAll(/^COPY (?!--from)(?:--\S+ )*(\S+) \S+$/gm)) {
    assert.ok(existsSync(join(repository, source)), source);
  }
});

test('the trained flags are those of the entry point', () => {
  const layout = (stage) => [...stages.get(stage).matchAll(/-XX:[+-]Use\w+|--enable-native-access=[\w-]+|--sun-misc-unsafe-memory-access=\w+/g)].map(([flag]) => flag);
  assert.deepEqual(layout('jvm-train'), layout('jvm'));
  assert.match(stages.get('jvm-train'), /-Dquarkus\.profile=training/);
});

test('both end for want of memory, and leave room beside their heap', () => {
  const command = (stage) => JSON.parse(/^ENTRYPOINT (\[.*\])$/m.exec(stages.get(stage))[1]);
  for (const [mode, heap] of [['native', '-XX:MaximumHeapSizePercent=60'], ['jvm', '-XX:MaxRAMPercentage=60']]) {
    assert.ok(command(mode).includes('-XX:+ExitOnOutOfMemoryError'), `${mode}: -XX:+ExitOnOutOfMemoryError`);
    assert.ok(command(mode).includes(heap), `${mode}: ${heap}`);
  }
  const program = command('jvm').indexOf('-jar');
  assert.ok(program > command('jvm').indexOf('-XX:+ExitOnOutOfMemoryError'), 'what stands after -jar is for the program, not for the JVM');
});

test('the native program is tried with the options of its entry point', () => {
  const tried = readFileSync(join(repository, '.ci', 'native'), 'utf8');
  for (const [option] of stages.get('native').matchAll(/-XX:[^"]+/g)) {
    assert.ok(tried.includes(option), option);
  }
});

test('listens where the balancer looks', () => {
  const { target_groups: { ws } } = JSON.parse(readFileSync(join(repository, 'terraform', 'listener-rules.json')));
  const checks = ws.health_check.port;
  assert.match(shipped, new RegExp(`^EXPOSE ${ws.port} ${checks}$`, 'm'));
  assert.match(shipped, new RegExp(`^ENV QUARKUS_HTTP_PORT=${ws.port} QUARKUS_MANAGEMENT_PORT=${checks}$`, 'm'));
});
