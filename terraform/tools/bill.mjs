// What a month of a stack costs: from its resources, the price table and how much it is used.
export const usual = { sockets: 200, games: 10000, requests: 1000000, gb: 50 };

/** @returns {{name: string, usd: number, how: string}[]} one line a resource, dearest first */
export function bill(stack, prices, usage = usual) {
  const month = { ...context(stack, prices, usage), prices, usage };
  return [nodes, balancer, cache, network, functions, pages, firewall, watching, storage]
    .flatMap((part) => part(month))
    .filter(({ usd }) => usd > 0)
    .sort((a, b) => b.usd - a.usd);
}

export const total = (lines) => lines.reduce((sum, { usd }) => sum + usd, 0);

/** Nodes that the use asks for: never fewer than the service's least, nor more than its most. */
export function tasksFor(stack, { sockets }) {
  const target = first(stack, 'aws_appautoscaling_target');
  const perTask = all(stack, 'aws_appautoscaling_policy').find(({ name }) => name === 'liap_sockets').target_tracking_scaling_policy_configuration[0].target_value;
  return Math.min(target.max_capacity, Math.max(target.min_capacity, Math.ceil(sockets / perTask)));
}

function context(stack, prices, usage) {
  return { of: (type) => all(stack, type), one: (type) => first(stack, type), stack, tasks: tasksFor(stack, usage), hours: prices.hours };
}

function nodes({ one, tasks, hours, prices }) {
  const task = one('aws_ecs_task_definition');
  const arch = task.runtime_platform[0].cpu_architecture;
  const price = prices.fargate[arch];
  const each = (task.cpu / 1024 * price.vcpu + task.memory / 1024 * price.gb) * hours;
  const strategy = one('aws_ecs_service').capacity_provider_strategy;
  const weight = (name) => strategy.find(({ capacity_provider: provider }) => provider === name)?.weight ?? 0;
  const base = Math.min(tasks, strategy.find(({ base: number }) => number > 0)?.base ?? 0);
  const spot = (tasks - base) * weight('FARGATE_SPOT') / (weight('FARGATE') + weight('FARGATE_SPOT') || 1);
  return [
    line('Nodes on Fargate', (tasks - spot) * each, `${round(tasks - spot)} x ${task.cpu / 1024} vCPU, ${task.memory / 1024} GiB, ${arch}`),
    line('Nodes on Fargate Spot', spot * each * prices.fargate.spot.factor, `${round(spot)} at ${prices.fargate.spot.factor} of the price (supposed)`),
  ];
}

function balancer({ hours, prices, usage }) {
  const { alb, supposed } = prices;
  const functionGb = usage.requests * supposed.answer_kb / 1024 / 1024;
  const units = Math.max(
    usage.sockets / alb.sockets,
    usage.sockets * supposed.reconnects_a_day / 86400 / alb.new,
    usage.gb / hours / alb.gb + functionGb / hours / alb.function_gb);
  return [
    line('Load balancer', alb.hour * hours, 'by the hour'),
    line('Load balancer, use', units * alb.lcu * hours, `${round(units, 2)} units: sockets / ${alb.sockets}, or GB`),
  ];
}

function cache({ one, hours, prices }) {
  const { node_type: type, num_cache_clusters: copies } = one('aws_elasticache_replication_group');
  const price = prices.cache[type];
  if (price === undefined) {
    throw new Error(`The price table has no ${type}. Add its price per hour to terraform/tools/prices.json.`);
  }
  return [line('Cache', copies * price * hours, `${copies} x ${type}, Valkey`)];
}

function network({ of, one, tasks, hours, prices }) {
  const { network: price, supposed } = prices;
  const nat = of('aws_nat_gateway').length;
  const zones = of('aws_lb')[0].subnets.length || of('aws_subnet').length / 2;
  const addresses = zones + nat + (one('aws_ecs_service').network_configuration[0].assign_public_ip ? tasks : 0);
  const endpoints = of('aws_vpc_endpoint').filter(({ vpc_endpoint_type: type }) => type === 'Interface').length * zones;
  const outward = tasks * supposed.node_log_gb + supposed.images * supposed.image_gb;
  return [
    line('Public IPv4 addresses', addresses * price.ipv4_hour * hours, `${addresses}: balancer ${zones}, NAT ${nat}, nodes ${addresses - zones - nat}`),
    line('NAT gateways', nat * price.nat_hour * hours + (nat > 0 ? outward * price.nat_gb : 0), `${nat}`),
    line('Endpoints of AWS services', endpoints * price.endpoint_hour * hours + (endpoints > 0 ? outward * price.endpoint_gb : 0), `${endpoints}`),
  ];
}

function functions({ one, prices, usage }) {
  const { memory_size: memory, architectures } = one('aws_lambda_function');
  const { lambda, supposed } = prices;
  const seconds = usage.requests * supposed.answer_ms / 1000 * memory / 1024;
  return [line('Function', usage.requests / 1e6 * lambda.million + seconds * lambda.gb_second[architectures[0]], `${memory} MiB, ${supposed.answer_ms} ms an answer (supposed)`)];
}

function pages({ prices, usage }) {
  const { cloudfront, supposed } = prices;
  const requests = usage.requests + usage.games * supposed.requests_a_page;
  return [
    line('CloudFront, data to players', Math.max(0, usage.gb - cloudfront.free_gb) * cloudfront.gb, `${usage.gb} GB, ${cloudfront.free_gb} free`),
    line('CloudFront, requests', requests / 1e4 * cloudfront.requests_10k, `${round(requests / 1e6, 2)} million`),
    line('DNS', requests / supposed.requests_a_page / 1e6 * prices.other.dns_million, 'queries; the zone itself is yours already'),
  ];
}

function firewall({ of, prices, usage }) {
  return of('aws_wafv2_web_acl').map(({ rule }) => line('Firewall', prices.waf.acl + rule.length * prices.waf.rule +
    (usage.requests + usage.games * prices.supposed.requests_a_page) / 1e6 * prices.waf.million, `${rule.length} rules`));
}

function watching({ of, one, tasks, prices }) {
  const { cloudwatch: price, supposed } = prices;
  const insights = one('aws_ecs_cluster').setting[0].value === 'disabled' ? 0 : supposed.insights_metrics_a_service + tasks * supposed.insights_metrics_a_task;
  const metrics = Math.max(0, supposed.node_metrics + insights - price.free_metrics);
  // An alarm on an expression costs as many as the metrics in it
  const alarms = of('aws_cloudwatch_metric_alarm')
    .reduce((sum, { metric_query: queries = [] }) => sum + Math.max(1, queries.filter(({ metric }) => metric?.length > 0).length), 0);
  const logs = tasks * supposed.node_log_gb + (of('aws_flow_log').length > 0 ? supposed.flow_log_gb : 0);
  return [
    line('Metrics', metrics * price.metric, `${supposed.node_metrics} of the nodes${insights ? `, ${insights} of Container Insights` : ''}, ${price.free_metrics} free`),
    line('Alarms', Math.max(0, alarms - price.free_alarms) * price.alarm + of('aws_cloudwatch_composite_alarm').length * price.composite, `${alarms} and one of all, ${price.free_alarms} free`),
    line('Dashboards', Math.max(0, of('aws_cloudwatch_dashboard').length - price.free_dashboards) * price.dashboard, 'three are free'),
    line('Logs', logs * (price.log_gb + price.log_gb_month), `${round(logs, 2)} GB (supposed)`),
  ];
}

function storage({ of, prices, usage }) {
  const { s3, supposed, other } = prices;
  const gb = usage.games * supposed.game_kb / 1024 / 1024;
  return [
    line('Finished games', gb * 12 * s3.gb + usage.games / 1000 * s3.put_1k, `${round(gb, 2)} GB a month, a year of them`),
    line('Images', supposed.images * supposed.image_gb * other.ecr_gb, `${supposed.images} of ${supposed.image_gb} GB (supposed)`),
    line('Secrets', of('aws_secretsmanager_secret').length * other.secret, ''),
  ];
}

const line = (name, usd, how) => ({ name, usd, how });
const all = (stack, type) => stack.filter((resource) => resource.type === type).map(({ values }) => values);
const round = (number, digits = 1) => Number(number.toFixed(digits));
function first(stack, type) {
  const [found] = all(stack, type);
  if (found === undefined) {
    throw new Error(`This plan has no ${type}; is it one of the profiles?`);
  }
  return found;
}
