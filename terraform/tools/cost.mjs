// What a month costs: ./liap cost [--env E] [--sockets N] [--games N] [--requests N] [--gb N] [--plan FILE]
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resources, stateOf } from '../tests/states.mjs';
import { hasTerraform, openWorkspace, terraformFolder } from '../tests/workspace.mjs';
import { bill, tasksFor, total, usual } from './bill.mjs';

const prices = JSON.parse(readFileSync(new URL('prices.json', import.meta.url)));
const NEXT = ['budget', 'standard', 'ha'];

try {
  await main();
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}

async function main() {
  const asked = options();
  const { env, plan, ...numbers } = asked;
  const usage = { ...usual, ...numbers };
  if (plan) {
    const { planned_values: planned } = JSON.parse(readFileSync(plan, 'utf8'));
    show(plan, resources(planned.root_module), usage);
    return;
  }
  const stacks = await plans(env ? [env, ...NEXT.slice(NEXT.indexOf(env) + 1, NEXT.indexOf(env) + 2)] : NEXT);
  for (const [name, stack] of env ? [[env, stacks.get(env)]] : stacks) {
    show(name, stack, usage);
  }
  compare(stacks, usage, env);
}

function options() {
  const number = { type: 'string' };
  let values;
  try {
    ({ values } = parseArgs({ options: { env: { type: 'string' }, plan: { type: 'string' }, sockets: number, games: number, requests: number, gb: number } }));
  } catch (failure) {
    throw new Error(`${failure.message.split('. ')[0]}. liap cost takes --env, --sockets, --games, --requests, --gb and --plan FILE.`, { cause: failure });
  }
  for (const key of Object.keys(usual).filter((name) => name in values)) {
    const text = values[key];
    values[key] = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text)) {
      throw new Error(`--${key} takes a number, not "${text}".`);
    }
  }
  const known = readdirSync(join(terraformFolder, 'envs')).filter((name) => name !== 'bootstrap');
  if (values.env !== undefined && !known.includes(values.env)) {
    throw new Error(`There is no profile "${values.env}"; there are ${known.join(', ')}.`);
  }
  return values;
}

/** Plans the profiles with the real terraform and mocks, so that what is counted is what would be made. */
async function plans(names) {
  if (!hasTerraform()) {
    throw new Error('liap cost needs terraform 1.11 or newer to plan the profiles. With a plan of your own: terraform show -json FILE > plan.json, then liap cost --plan plan.json.');
  }
  const workspace = await openWorkspace();
  try {
    return new Map(names.map((name) => {
      workspace.init(`envs/${name}`);
      const state = stateOf(workspace.run(`envs/${name}`, 'test', '-json', '-verbose', '-filter=tests/profile.tftest.hcl').out);
      if (state === undefined) {
        throw new Error(`The profile ${name} cannot be planned: node terraform/tests/check.mjs says why.`);
      }
      return [name, resources(state.root_module)];
    }));
  } finally {
    workspace.close();
  }
}

function show(name, stack, usage) {
  const lines = bill(stack, prices, usage);
  const more = (extra) => total(bill(stack, prices, { ...usage, ...extra })) - total(lines);
  const usd = (number) => number.toFixed(2).padStart(9);
  console.log(`\n${name}: a month in ${prices.region}, list prices of ${prices.date}, USD`);
  console.log(`${usage.sockets} sockets open on average (${tasksFor(stack, usage)} nodes), ${usage.games} games, ${usage.requests} API requests, ${usage.gb} GB to players\n`);
  for (const { name: what, usd: amount, how } of lines) {
    console.log(`${usd(amount)}  ${what.padEnd(28)} ${how}`);
  }
  console.log(`${usd(total(lines))}  all, before tax\n`);
  console.log(`${usd(total(lines) / usage.games * 1000)}  for each 1,000 games at this use; 1,000 more cost ${more({ games: usage.games + 1000 }).toFixed(2)}`);
  console.log(`${usd(more({ sockets: nextStep(stack, usage) }))}  more at ${nextStep(stack, usage)} sockets, where the next node comes`);
}

function nextStep(stack, usage) {
  for (let sockets = usage.sockets; sockets < 1e7; sockets = Math.ceil(sockets * 1.01) + 10) {
    if (tasksFor(stack, { ...usage, sockets }) > tasksFor(stack, usage)) {
      return sockets;
    }
  }
  return usage.sockets;
}

function compare(stacks, usage, env) {
  const sums = [...stacks].map(([name, stack]) => [name, total(bill(stack, prices, usage))]);
  console.log(env ? '' : '\nThe profiles:');
  sums.forEach(([name, sum], index) => {
    const step = index > 0 ? `, ${(sum - sums[index - 1][1]).toFixed(2)} more than ${sums[index - 1][0]}` : '';
    console.log(`${sum.toFixed(2).padStart(9)}  ${name}${step}`);
  });
}
