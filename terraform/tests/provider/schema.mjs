// Makes the schema of a type out of its binding. What is read there: the remark over each field (computed, optional,
// required), its getter (type) and the table for HCL (block or attribute, list or set).
const FIELD = /\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)\n([\s\S]*?)(?=\n    \/\/ \w+ - computed: |\n    \/\/ =====|\n    toTerraform|\n    synthesize|$)/g;
const GETTER = /this\.get(String|Number|Boolean|NumberList|List|StringMap|NumberMap|BooleanMap|AnyMap)Attribute\('/;
const NESTED = /new (\w+?)(OutputReference|List|Map)\(this, "\w+"(?:, (true|false))?\)/;
const HCL = /(\w+): \{\s+value: [^\n]+\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)"/g;
const TYPES = {
  String: 'string', Number: 'number', Boolean: 'bool', List: ['list', 'string'], NumberList: ['list', 'number'],
  StringMap: ['map', 'string'], NumberMap: ['map', 'number'], BooleanMap: ['map', 'bool'], AnyMap: ['map', 'string'],
};
const STORAGE = {
  string: 'string', number: 'number', boolean: 'bool', stringList: ['list', 'string'], numberList: ['list', 'number'],
  stringMap: ['map', 'string'], any: 'dynamic',
};

/** @returns {{attributes: object[], blocks: object[]}} of the type whose binding this is */
export function blockOf(text, extra = {}) {
  const classes = classesOf(text);
  const main = [...classes.entries()].find(([, body]) => body.includes('tfResourceType = "'));
  const whole = block(main[0], hclOf(main[1]), { text, classes, extra }, '');
  // Some types do not say so, and set it all the same
  for (const attribute of whole.attributes.filter(({ name, required }) => name === 'id' && !required)) {
    attribute.computed = true;
  }
  return whole;
}

function classesOf(text) {
  const found = new Map();
  for (const match of text.matchAll(/\nclass (\w+) extends [\s\S]*?(?=\nexports\.\1 = )/g)) {
    found.set(match[1], match[0]);
  }
  return found;
}

function hclOf(text) {
  const found = new Map();
  for (const [, name, isBlock, type, storage] of text.matchAll(HCL)) {
    found.set(name, { isBlock: isBlock === 'true', type, storage });
  }
  return found;
}

function block(className, hcl, binding, path) {
  const attributes = [];
  const blocks = [];
  for (const field of fieldsOf(className, binding)) {
    const { name, nested } = field;
    const known = hcl.get(name);
    const here = path === '' ? name : `${path}.${name}`;
    if (binding.extra[here] !== undefined) {
      blocks.push({ ...binding.extra[here], name, min: field.required ? 1 : 0 });
    } else if (nested === undefined && known?.isBlock) {
      blocks.push(settings(name, known, binding));
    } else if (nested === undefined) {
      attributes.push({ ...flags(field), type: simple(field, known) });
    } else if (known?.isBlock) {
      const inner = nestedHcl(nested.base, binding);
      blocks.push({
        name,
        nesting: known.type === 'struct' ? 'SINGLE' : known.type === 'set' || nested.isSet ? 'SET' : 'LIST',
        min: field.required ? 1 : 0,
        max: nested.kind === 'OutputReference' && known.type !== 'struct' ? 1 : 0,
        block: block(`${nested.base}OutputReference`, inner, binding, here),
      });
    } else {
      attributes.push({ ...flags(field), type: objectType(nested, known, binding) });
    }
  }
  return { attributes, blocks };
}

/** The provider's own blocks have no class, only their table for HCL. */
function settings(name, known, binding) {
  const members = nestedHcl(known.storage.replace(/List$/, ''), binding);
  const attributes = [...members].map(([member, { type, storage }]) => ({
    name: member, computed: false, optional: true, required: false,
    type: type === 'set' ? ['set', STORAGE[storage]?.[1] ?? 'string'] : STORAGE[storage] ?? 'dynamic',
  }));
  return { name, nesting: 'LIST', min: 0, max: 0, block: { attributes, blocks: [] } };
}

function fieldsOf(className, binding) {
  const body = binding.classes.get(className);
  if (body === undefined) {
    throw new Error(`the binding has no class ${className}`);
  }
  return [...body.matchAll(FIELD)].map(([, name, computed, optional, required, code]) => {
    const nested = NESTED.exec(code);
    return {
      name, code, computed: computed === 'true', optional: optional === 'true', required: required === 'true',
      nested: nested ? { base: nested[1], kind: nested[2], isSet: nested[3] === 'true' } : undefined,
    };
  });
}

function nestedHcl(base, { text }) {
  const name = `${base[0].toLowerCase()}${base.slice(1)}ToHclTerraform`;
  const start = text.indexOf(`function ${name}(`);
  return start < 0 ? new Map() : hclOf(text.slice(start, text.indexOf('\n}', start)));
}

function flags({ name, computed, optional, required }) {
  return { name, computed, optional, required, writeOnly: /_wo$/.test(name) };
}

function simple(field, known) {
  const getter = GETTER.exec(field.code);
  const type = getter ? TYPES[getter[1]] : STORAGE[known?.storage] ?? 'dynamic';
  const isSet = field.code.includes('Fn.tolist(') || known?.type === 'set';
  return isSet && Array.isArray(type) ? ['set', type[1]] : type;
}

/** Nested values that are set with `=` instead of as blocks, and those that only the provider sets. */
function objectType(nested, known, binding) {
  const hcl = nestedHcl(nested.base, binding);
  const members = {};
  for (const field of fieldsOf(`${nested.base}OutputReference`, binding)) {
    members[field.name] = field.nested ? objectType(field.nested, hcl.get(field.name), binding) : simple(field, hcl.get(field.name));
  }
  const object = ['object', members];
  if (nested.kind === 'Map') {
    return ['map', object];
  }
  return known?.type === 'struct' ? object : [nested.isSet || known?.type === 'set' ? 'set' : 'list', object];
}
