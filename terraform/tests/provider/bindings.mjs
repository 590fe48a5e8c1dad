// Fetches the bindings once, checks them against the pinned hash, and unpacks only the types that our files use.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const source = JSON.parse(readFileSync(new URL('source.json', import.meta.url)));

/** @returns {(folder: string) => string} reads the binding of a type by its folder's name; throws if there is none */
export function bindings(cache, folders) {
  mkdirSync(cache, { recursive: true });
  const archive = fetched(cache);
  const unpacked = join(cache, `bindings-${source.provider}`);
  const missing = folders.filter((folder) => !existsSync(join(unpacked, folder, 'index.js')));
  if (missing.length > 0) {
    mkdirSync(unpacked, { recursive: true });
    const known = new Set(execFileSync('tar', ['tzf', archive], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n'));
    const there = missing.map((folder) => `package/lib/${folder}/index.js`).filter((file) => known.has(file));
    if (there.length > 0) {
      execFileSync('tar', ['xzf', archive, '-C', unpacked, '--strip-components=2', ...there]);
    }
  }
  return (folder) => readFileSync(join(unpacked, folder, 'index.js'), 'utf8');
}

function fetched(cache) {
  const archive = join(cache, `bindings-${source.provider}.tgz`);
  if (!existsSync(archive)) {
    const place = join(cache, `.fetch-${process.pid}`);
    mkdirSync(place, { recursive: true });
    try {
      execFileSync('npm', ['pack', source.package, '--silent', '--pack-destination', place], { stdio: ['ignore', 'ignore', 'inherit'] });
      const [file] = readdirSync(place);
      const found = `sha512-${createHash('sha512').update(readFileSync(join(place, file))).digest('base64')}`;
      if (found !== source.integrity) {
        throw new Error(`${source.package} is not what source.json pins: its hash is ${found}`);
      }
      renameSync(join(place, file), archive);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  return archive;
}
