// Settings that Terraform gives to nodes and function are settings that they read: a name with a mistake in it is ignored there.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { applied, only } from './states.mjs';
import { repository } from './workspace.mjs';

const profiles = ['budget', 'standard', 'ha', 'blue-green'];
// Of the platform and the framework, not ours
const FOREIGN = ['AWS_REGION', 'QUARKUS_HTTP_PORT', 'QUARKUS_MANAGEMENT_PORT', 'QUARKUS_SHUTDOWN_DELAY', 'QUARKUS_REDIS_HOSTS', 'JAVA_TOOL_OPTIONS', 'DISABLE_SIGNAL_HANDLERS'];

for (const profile of profiles) {
  test(`${profile}: what nodes are given they read`, () => {
    const [container] = JSON.parse(only(applied(profile), 'aws_ecs_task_definition').container_definitions);
    read('ws-core', container.environment.map(({ name }) => name));
  });
  test(`${profile}: what the function is given it reads`, () => {
    read('lambda-api', Object.keys(only(applied(profile), 'aws_lambda_function').environment[0].variables));
  });
}

function read(module, given) {
  const known = settings(module);
  assert.ok(known.size > 8 && given.length > 4, `${[...known]}`);
  assert.deepEqual(given.filter((name) => !known.has(name) && !FOREIGN.includes(name)), []);
}

/** Names in the environment of everything under @ConfigMapping and @ConfigProperty. */
function settings(module) {
  const found = new Set();
  const folder = join(repository, module, 'src', 'main', 'java');
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.java'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/@ConfigProperty\(name = "([^"]+)"/g)) {
      found.add(inEnvironment(name));
    }
    const prefix = /@ConfigMapping\(prefix = "([^"]+)"\)/.exec(text)?.[1];
    if (prefix) {
      methods(text, ' {4}').forEach(([type, method]) => {
        const group = new RegExp(`^ {4}interface ${type} \\{\n([\\s\\S]*?)^ {4}\\}`, 'm').exec(text)?.[1];
        const names = group ? methods(group, ' {8}').map(([, inner]) => `${method}.${inner}`) : [method];
        names.forEach((name) => found.add(inEnvironment(`${prefix}.${name}`)));
      });
    }
  }
  return found;
}

function methods(text, indent) {
  return [...text.matchAll(new RegExp(`^${indent}([\\w<>., ]+) (\\w+)\\(\\);$`, 'gm'))].map(([, type, name]) => [type, name.replace(/[A-Z]/g, (letter) => `-${letter}`)]);
}

function inEnvironment(name) {
  return name.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
}
