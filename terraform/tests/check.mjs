// All checks of terraform/, in order; the cheap ones first. node terraform/tests/check.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaErrors } from './schemacheck.mjs';
import { resources, resultOf, stateOf } from './states.mjs';
import { cache, hasTerraform, openWorkspace, schema, terraformFolder } from './workspace.mjs';

const failures = [];
const unchecked = [];
const started = Date.now();

function step(name, problem) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  console.log(`${seconds} s  ${problem ? 'FAIL' : 'ok  '}  ${name}`);
  if (problem) {
    failures.push(name);
    console.log(String(problem).trimEnd().replace(/^/gm, '            '));
  }
}

const provider = schema();
const errors = await schemaErrors(terraformFolder, provider);
step(`schema: ${Object.keys(provider.resources).length} resource types and ${Object.keys(provider.data).length} data sources`, errors.join('\n'));

if (hasTerraform()) {
  await thorough();
} else {
  unchecked.push('formatting, references, plans, policies, routes and costs of Terraform (Terraform 1.11 or newer is not installed)');
  nodeTests(['site.test.mjs', 'scripts.test.mjs', 'workflows.test.mjs', 'prices.test.mjs', 'dockerfile.test.mjs']);
}
const green = unchecked.length === 0 ? 'all checks are green.' : 'the checks that could run are green.';
console.log(`        Terraform: ${failures.length === 0 ? green : `${failures.length} checks FAILED.`}`);
unchecked.forEach((what) => console.log(`        NOT checked: ${what}`));
// 3: green as far as it went
process.exitCode = failures.length > 0 ? 1 : unchecked.length === 0 ? 0 : 3;

async function thorough() {
  const workspace = await openWorkspace(provider);
  try {
    const format = workspace.run('.', 'fmt', '-check', '-recursive', '-diff', '-no-color');
    step('fmt', format.status && `${format.out}${format.err}\nRun: terraform fmt -recursive terraform`);
    const roots = ['modules', 'envs'].flatMap((kind) => readdirSync(workspace.folder(kind)).map((name) => `${kind}/${name}`));
    const results = join(cache, 'results');
    // Of this run only: what fails must not be judged by what it made before
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    for (const root of roots) {
      const init = workspace.init(root);
      const valid = init.status ? init : workspace.run(root, 'validate', '-no-color');
      step(`validate ${root}`, valid.status && valid.out + valid.err);
      if (valid.status === 0 && existsSync(join(workspace.folder(root), 'tests'))) {
        tests(workspace, root, results);
      }
    }
    nodeTests(readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((file) => file.endsWith('.test.mjs')), {
      LIAP_TERRAFORM_RESULTS: results,
    });
  } finally {
    workspace.close();
  }
}

function tests(workspace, root, results) {
  const run = workspace.run(root, 'test', '-json', '-verbose');
  const lines = run.out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const summary = lines.find(({ type }) => type === 'test_summary')?.test_summary;
  const complaints = lines.filter(({ type, '@level': level }) => type === 'diagnostic' && level === 'error')
    .map(({ '@testrun': name = '', diagnostic }) => `${name}: ${diagnostic.summary}: ${diagnostic.detail}`);
  const green = run.status === 0 && summary?.passed > 0;
  step(`test ${root}: ${summary?.passed ?? 0} passed`, !green && (complaints.join('\n') || run.err || 'no test ran'));
  const state = green && stateOf(run.out);
  if (state) {
    writeFileSync(join(results, resultOf(root)), JSON.stringify(resources(state.root_module)));
  }
}

function nodeTests(files, env = {}) {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  for (const file of files.filter((name) => existsSync(join(folder, name)))) {
    const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', join(folder, file)], {
      env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 26,
    });
    const count = /^# pass (\d+)/m.exec(run.stdout)?.[1] ?? 0;
    const skipped = new Set([...run.stdout.matchAll(/# SKIP (.+)$/gm)].map(([, why]) => why));
    skipped.forEach((why) => unchecked.push(`parts of ${file} (${why})`));
    step(`${file}: ${count} passed`, (run.status !== 0 || Number(count) === 0) && run.stdout.split('\n').filter((line) => !/^\s+(duration_ms|type|---|\.\.\.)/.test(line)).join('\n') + run.stderr);
  }
}
