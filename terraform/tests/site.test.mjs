import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, cpSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import vm from 'node:vm';
import { makeSite } from '../tools/site.mjs';
import { repository, terraformFolder } from './workspace.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'liap-site-'));
after(() => rmSync(scratch, { recursive: true }));
const client = join(repository, 'web', 'src');

describe('the site that is uploaded', () => {
  const to = join(scratch, 'out');
  const hash = makeSite(client, to);
  const page = readFileSync(join(to, 'index.html'), 'utf8');

  test('has a page whose files are all there, under the hash', () => {
    const files = [...page.matchAll(/(?:href|src)="([^"]+\.\w+)"/g)].map(([, address]) => address);
    assert.ok(files.length >= 5);
    for (const file of files) {
      assert.ok(file.startsWith(`v/${hash}/`), file);
      assert.ok(existsSync(join(to, file)), file);
    }
  });

  test('has modules that import only what is beside them', () => {
    const assets = join(to, 'v', hash);
    const modules = readdirSync(assets, { recursive: true }).filter((file) => file.endsWith('.js'));
    assert.ok(modules.length > 10);
    for (const module of modules) {
      for (const [, path] of readFileSync(join(assets, module), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
        assert.match(path, /^\.{1,2}\//, `${module} imports ${path}`);
        assert.ok(existsSync(join(assets, module, '..', path)), `${module} imports ${path}`);
      }
    }
  });

  test('has the same hash for the same files, and another for others', () => {
    assert.equal(makeSite(client, join(scratch, 'again')), hash);
    cpSync(client, join(scratch, 'changed'), { recursive: true });
    appendFileSync(join(scratch, 'changed', 'main.js'), '\n');
    assert.notEqual(makeSite(join(scratch, 'changed'), join(scratch, 'third')), hash);
  });

  test('is not made of a folder that is no client', () => {
    writeFileSync(join(scratch, 'index.html'), '');
    assert.throws(() => makeSite(join(scratch, 'out', 'v'), join(scratch, 'x')), /no index\.html/);
  });
});

describe('addresses at CloudFront', () => {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(join(terraformFolder, 'modules', 'web-site', 'pages.js'), 'utf8'), context);
  const rows = {
    '/': '/index.html', '/lobby': '/index.html', '/room/AB12': '/index.html', '/metrics/dashboard': '/index.html', '/lobby/': '/index.html',
    '/index.html': '/index.html', '/v/0123/main.js': '/v/0123/main.js', '/favicon.ico': '/favicon.ico', '/v1.2/page': '/index.html',
  };
  for (const [asked, fetched] of Object.entries(rows)) {
    test(`${asked} is ${fetched}`, () => assert.equal(context.handler({ request: { uri: asked } }).uri, fetched));
  }
});
