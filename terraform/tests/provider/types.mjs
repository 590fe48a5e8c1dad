// Which types our files use, and their schemas.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bindings, source } from './bindings.mjs';
import { blockOf } from './schema.mjs';
import { waf } from './waf.mjs';

const EXTRA = { aws_wafv2_web_acl: waf };
const USE = /^\s*(?:override_|mock_)?(resource|data)\s+"(aws_\w+)"/gm;

/** @returns the schema of the provider with only the types that files under `root` use */
export function schemaOf(root, cache) {
  const used = { resource: new Set(), data: new Set() };
  for (const file of readdirSync(root, { recursive: true })) {
    if (/\.(tf|tftest\.hcl)$/.test(file) && !file.includes('node_modules')) {
      for (const [, kind, type] of readFileSync(join(root, file), 'utf8').matchAll(USE)) {
        used[kind].add(type);
      }
    }
  }
  const resources = [...used.resource].sort();
  const data = [...used.data].sort();
  const folder = (type) => type.slice('aws_'.length).replaceAll('_', '-');
  const read = bindings(cache, ['provider', ...resources.map(folder), ...data.map((type) => `data-aws-${folder(type)}`)]);
  const block = (file, type) => {
    try {
      return blockOf(read(file), EXTRA[type]);
    } catch (failure) {
      if (failure.code === 'ENOENT') {
        throw new Error(`The AWS provider ${source.provider} has no type ${type}`, { cause: failure });
      }
      throw failure;
    }
  };
  return {
    provider: block('provider', 'aws'),
    resources: Object.fromEntries(resources.map((type) => [type, block(folder(type), type)])),
    data: Object.fromEntries(data.map((type) => [type, block(`data-aws-${folder(type)}`, type)])),
  };
}
