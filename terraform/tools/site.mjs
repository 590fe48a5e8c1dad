// Makes what goes into the site's bucket: node terraform/tools/site.mjs FROM TO
// Every file under /v/HASH/, where it never changes, and index.html, which names the hash. The client's modules import each
// other by relative paths, so one hash of everything is enough and nothing in them is rewritten.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns {string} the hash */
export function makeSite(from, to) {
  const files = readdirSync(from, { recursive: true }).filter((file) => statSync(join(from, file)).isFile()).sort();
  if (!files.includes('index.html')) {
    throw new Error(`There is no index.html in ${from}.`);
  }
  const sum = createHash('sha256');
  for (const file of files) {
    sum.update(file).update('\0').update(readFileSync(join(from, file)));
  }
  const hash = sum.digest('hex').slice(0, 16);
  const assets = join(to, 'v', hash);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  cpSync(from, assets, { recursive: true });
  rmSync(join(assets, 'index.html'));
  writeFileSync(join(to, 'index.html'), pointed(readFileSync(join(from, 'index.html'), 'utf8'), `v/${hash}/`, new Set(files)));
  return hash;
}

/** The page with its own files' addresses under the hash; others, and those of pages, stay. */
function pointed(page, prefix, files) {
  let count = 0;
  const changed = page.replace(/\b(href|src)="([^"]+)"/g, (all, attribute, address) => {
    if (!files.has(address)) {
      return all;
    }
    count++;
    return `${attribute}="${prefix}${address}"`;
  });
  if (count === 0) {
    throw new Error('index.html names none of the files beside it.');
  }
  return changed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2);
  if (!from || !to) {
    console.error('node terraform/tools/site.mjs FROM TO, such as web/src target/site');
    process.exit(2);
  }
  console.log(makeSite(resolve(from), resolve(to)));
}
