// A provider that knows every type and does nothing: Terraform asks it for its schema, and mock_provider does the rest.
// node serve.mjs SCHEMA prints its address and serves, one process for many commands, until its parent ends.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const schema = JSON.parse(readFileSync(process.argv[2]));
const known = {
  provider: wire(schema.provider),
  resource_schemas: all(schema.resources),
  data_source_schemas: all(schema.data),
  server_capabilities: { plan_destroy: true, get_provider_schema_optional: true },
};
const fine = (call, answer) => answer(null, { diagnostics: [] });
const server = new grpc.Server({ 'grpc.max_send_message_length': 1 << 28 });
server.addService(load('tfplugin6.proto').tfplugin6.Provider.service, {
  GetProviderSchema: (call, answer) => answer(null, known),
  ValidateProviderConfig: fine,
  ValidateResourceConfig: fine,
  ValidateDataResourceConfig: fine,
  StopProvider: (call, answer) => answer(null, {}),
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (failure, port) => {
  if (failure) {
    throw failure;
  }
  process.stdout.write(`127.0.0.1:${port}\n`);
});
// Whoever was killed ends nobody
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(0), 1000);

function load(file) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return grpc.loadPackageDefinition(loader.loadSync(path, { keepCase: true, enums: String, longs: Number }));
}

function all(types) {
  return Object.fromEntries(Object.entries(types).map(([name, block]) => [name, wire(block)]));
}

function wire(block) {
  return { version: 0, block: inner(block) };
}

function inner({ attributes, blocks }) {
  return {
    attributes: attributes.map(({ name, type, required, optional, computed, writeOnly }) =>
      ({ name, type: Buffer.from(JSON.stringify(type)), required, optional, computed, write_only: writeOnly })),
    block_types: blocks.map(({ name, nesting, min, max = 0, block }) =>
      ({ type_name: name, nesting, min_items: min, max_items: max, block: inner(block) })),
  };
}
