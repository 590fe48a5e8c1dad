// A copy of terraform/ in which the real terraform runs against the offline provider. A copy, because init writes
// folders, and tests write more.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** @returns a copy and a provider that all its commands share; `close` ends both */
export async function openWorkspace(provider = schema()) {
  const root = mkdtempSync(join(tmpdir(), 'liap-terraform-'));
  cpSync(terraformFolder, join(root, 'terraform'), {
    recursive: true,
    filter: (path) => !/(^|\/)(node_modules|\.terraform|\.terraform\.lock\.hcl|terraform\.tfstate)(\/|$)/.test(path),
  });
  // The profiles name the function's zip by its place in the repository; any bytes will do
  mkdirSync(join(root, 'lambda-api', 'target'), { recursive: true });
  writeFileSync(join(root, 'lambda-api', 'target', 'function.zip'), 'zip');

  const { process: server, reattach } = await serve(root, provider);
  const env = { ...quiet(), TF_REATTACH_PROVIDERS: reattach };
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
    close() {
      server.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function quiet() {
  const { TF_LOG, TF_CLI_ARGS, ...rest } = process.env;
  // Short runs: half of Terraform's time went into collecting garbage
  return { ...rest, GOGC: '400', GOMEMLIMIT: '1GiB', CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0', TF_CLI_CONFIG_FILE: '/dev/null' };
}

/** Terraform would start a provider for every command and every file of tests; one that runs already it only asks. */
async function serve(root, provider) {
  const schemaFile = join(root, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(provider));
  const child = spawn(process.execPath, [fileURLToPath(new URL('provider/serve.mjs', import.meta.url)), schemaFile],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the stand-in for the provider ended with ${code}`)));
  const [address] = await Promise.race([once(child.stdout, 'data'), died]);
  // It must not keep a finished test alive, and its end is no failure any more
  died.catch(() => {});
  child.stdout.destroy();
  child.unref();
  const reattach = { 'registry.terraform.io/hashicorp/aws': {
    Protocol: 'grpc', ProtocolVersion: 6, Pid: child.pid, Test: true, Addr: { Network: 'tcp', String: String(address).trim() },
  } };
  return { process: child, reattach: JSON.stringify(reattach) };
}
