// A copy of terraform/ in which the real terraform runs against the offline provider. A copy, because init writes a lock
// file with the stand-in's hash, which must never get into the repository.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { source } from './provider/bindings.mjs';
import { schemaOf } from './provider/types.mjs';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const terraformFolder = join(repository, 'terraform');
export const cache = join(repository, '.liap', 'terraform');

export function hasTerraform() {
  return spawnSync('terraform', ['version'], { env: quiet(), stdio: 'ignore' }).status === 0;
}

export function schema() {
  return schemaOf(terraformFolder, cache);
}

export function openWorkspace(provider = schema()) {
  const root = mkdtempSync(join(tmpdir(), 'liap-terraform-'));
  cpSync(terraformFolder, join(root, 'terraform'), {
    recursive: true,
    filter: (path) => !/(^|\/)(node_modules|\.terraform|\.terraform\.lock\.hcl|terraform\.tfstate)(\/|$)/.test(path),
  });
  // The profiles name the function's zip by its place in the repository; any bytes will do
  mkdirSync(join(root, 'lambda-api', 'target'), { recursive: true });
  writeFileSync(join(root, 'lambda-api', 'target', 'function.zip'), 'zip');

  const { os, arch } = platform();
  const place = join(root, 'mirror', 'registry.terraform.io', 'hashicorp', 'aws', source.provider, `${os}_${arch}`);
  mkdirSync(place, { recursive: true });
  const schemaFile = join(root, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(provider));
  const plugin = join(place, `terraform-provider-aws_v${source.provider}`);
  const serve = fileURLToPath(new URL('provider/serve.mjs', import.meta.url));
  writeFileSync(plugin, `#!/bin/sh\nLIAP_PROVIDER_SCHEMA='${schemaFile}' exec '${process.execPath}' '${serve}'\n`);
  chmodSync(plugin, 0o755);
  const config = join(root, 'cli.tfrc');
  writeFileSync(config, `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, 'mirror')}"\n  }\n}\n`);
  const env = { ...quiet(), TF_CLI_CONFIG_FILE: config, TF_DISABLE_PLUGIN_TLS: '1' };
  const folder = (path) => join(root, 'terraform', path);
  return {
    folder,
    /** Runs terraform in a folder of the copy. @returns {{status: number, out: string}} */
    run(path, ...args) {
      const { status, stdout, stderr, error } = spawnSync('terraform', args, { cwd: folder(path), env, encoding: 'utf8', maxBuffer: 1 << 28 });
      return { status: error ? -1 : status, out: stdout, err: error ? String(error) : stderr };
    },
    init(path) {
      return existsSync(join(folder(path), '.terraform')) ? { status: 0 } : this.run(path, 'init', '-backend=false', '-input=false', '-no-color');
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

function quiet() {
  const { TF_LOG, TF_CLI_ARGS, ...rest } = process.env;
  return { ...rest, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0', TF_CLI_CONFIG_FILE: '/dev/null' };
}

function platform() {
  const found = execFileSync('terraform', ['version', '-json'], { env: quiet(), encoding: 'utf8' });
  const [os, arch] = JSON.parse(found).platform.split('_');
  return { os, arch };
}
