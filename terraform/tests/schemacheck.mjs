// The weaker check, for machines without terraform: types, arguments and blocks of every resource against the schema. It
// sees no values and follows no references.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from '@cdktn/hcl2json';

const META = new Set(['for_each', 'count', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection']);

/** @returns {Promise<string[]>} what is wrong, a line each */
export async function schemaErrors(root, schema) {
  const errors = [];
  const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.tf') && !file.includes('node_modules') && !file.includes('.terraform'));
  for (const file of files) {
    const json = await parse(file, readFileSync(join(root, file), 'utf8'));
    for (const [kind, types] of [['resource', schema.resources], ['data', schema.data]]) {
      for (const [type, instances] of Object.entries(json[kind] ?? {})) {
        for (const [name, bodies] of Object.entries(instances)) {
          const place = `${relative('.', join(root, file))}: ${type}.${name}`;
          const known = types[type];
          if (known === undefined) {
            errors.push(`${place}: the provider has no such type`);
          } else {
            bodies.forEach((body) => check(body, known, place, errors, true));
          }
        }
      }
    }
  }
  return errors;
}

function check(body, { attributes, blocks }, place, errors, isTop) {
  const dynamic = body.dynamic ?? {};
  for (const key of Object.keys(body)) {
    const known = attributes.some(({ name }) => name === key) || blocks.some(({ name }) => name === key);
    if (!known && key !== 'dynamic' && !(isTop && META.has(key))) {
      errors.push(`${place}: no argument or block ${key}`);
    }
  }
  for (const { name, required } of attributes) {
    if (required && !(name in body)) {
      errors.push(`${place}: ${name} is missing`);
    }
  }
  for (const { name, min, max, block } of blocks) {
    const written = [body[name] ?? []].flat();
    const generated = [dynamic[name] ?? []].flat();
    if (written.length + generated.length < min) {
      errors.push(`${place}: block ${name} is missing`);
    }
    if (max > 0 && written.length > max) {
      errors.push(`${place}: more than ${max} blocks ${name}`);
    }
    written.forEach((inner) => check(inner, block, `${place}.${name}`, errors, false));
    generated.forEach(({ content }) => [content ?? []].flat().forEach((inner) => check(inner, block, `${place}.${name}`, errors, false)));
  }
  for (const name of Object.keys(dynamic)) {
    if (!blocks.some((block) => block.name === name)) {
      errors.push(`${place}: no block ${name}`);
    }
  }
}
