// Wrong values, and that each is refused by the validation that is there for it. [what its message contains, changes]
const image = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui@sha256:${'0'.repeat(64)}`;
const zone = 'Z0123456789ABCDEFGHIJ';
const password = '0123456789abcdef0123456789abcdef';

export const refusals = {
  'modules/network': {
    usual: { name: 'liaptui', zones: ['a1', 'a2'], egress: 'public_ip' },
    refused: [
      ['names of balancers end at 32', { name: 'a-name-that-is-far-too-long-for-it' }],
      ['cidr is an IPv4 range', { cidr: '10.0.0.0/28' }],
      ['two or three different availability zones', { zones: ['a1'] }],
      ['egress is public_ip', { egress: 'none' }],
      ['flow_log_days is 0', { flow_log_days: 2 }],
    ],
  },
  'modules/alb': {
    usual: { name: 'liaptui', vpc_id: 'v', subnet_ids: ['a', 'b'], rules_file: '../../listener-rules.json', certificate_arn: 'c' },
    refused: [
      ['names of balancers end at 32', { name: 'Liap Tui' }],
      ['subnets in at least two zones', { subnet_ids: ['a'] }],
      ['ping_interval is 5 to 300', { ping_interval: 1 }],
      ['access_log_days is a whole number', { access_log_days: -1 }],
      ['do not go together', { direct_host: 'sockets.play.example.com', blue_green: true }],
      ['at least twice the ping interval', { ping_interval: 60 }],
      ['must be below idle_timeout', { rules_file: '../../tests/rules/slow-function.json' }],
      ['takes one path condition', { rules_file: '../../tests/rules/plan-002.json' }],
      ['a value is empty', { rules_file: '../../tests/rules/plan-002.json' }],
      ['have the same priority', { rules_file: '../../tests/rules/same-priority.json' }],
      ['more than 5 values', { rules_file: '../../tests/rules/six-values.json' }],
      ['longer than the 32 characters', { rules_file: '../../tests/rules/long-key.json' }],
    ],
  },
  'modules/cache': {
    usual: { name: 'liaptui', vpc_id: 'v', subnet_ids: ['a'], clients: {}, password },
    refused: [
      ['single hyphens', { name: 'liap--tui' }],
      ['node_type is a size', { node_type: 't4g.micro' }],
      ['nodes is 1 to 6', { nodes: 0 }],
      ['durability is none, async or sync', { durability: 'aof' }],
      ['t4g has no log', { durability: 'sync', node_type: 'cache.t4g.micro' }],
      ['durability asks for at least 2 nodes', { durability: 'sync', node_type: 'cache.m7g.large', nodes: 1 }],
      ['password takes 32 to 128', { password: 'secret' }],
      ['password_version is a whole number', { password_version: 0 }],
      ['snapshot_days is 0 to 35', { snapshot_days: 36 }],
      ['maintenance_window is such as', { maintenance_window: 'never' }],
    ],
  },
  'modules/ws-service': {
    usual: {
      name: 'liaptui', vpc_id: 'v', subnet_ids: ['a', 'b'], public_ip: true, alb_security_group_id: 's', image, repository_arn: 'r',
      target_group: { arn: 't', port: 8080, deregistration_delay: 30, health_port: 9000 }, tasks: { min: 2, max: 4 },
      cache_url_secret: { arn: 'a', id: 'i' }, cache_security_group_id: 'c', archive: { bucket: 'b', arn: 'a' },
    },
    refused: [
      ['deregistration_delay must be below 120', { target_group: { arn: 't', port: 8080, deregistration_delay: 300, health_port: 9000 } }],
      ['must not be the port of players', { target_group: { arn: 't', port: 8080, deregistration_delay: 30, health_port: 8080 } }],
      ['not a tag', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui:latest' }],
      ['image_mode is native or jvm', { image_mode: 'graal' }],
      ['architecture is ARM64 or X86_64', { architecture: 'arm64' }],
      ['cpu is 256', { cpu: 300, memory: 1024 }],
      ['does not offer this memory', { cpu: 256, memory: 4096 }],
      ['tasks.min is 1 or more', { tasks: { min: 3, max: 2 } }],
      ['on_demand_base is at least 1', { on_demand_base: 0 }],
      ['spot_share is 0 to 100', { spot_share: 101 }],
      ['a deploy of tasks.min tasks could never begin', { tasks: { min: 3, max: 9 }, deployment_percent: { minimum: 67, maximum: 133 } }],
      ['stop_timeout is 30 to 120', { stop_timeout: 180 }],
      ['10 s above drain_seconds', { stop_timeout: 60 }],
      ['drain_seconds is at least 10', { drain_seconds: 5 }],
      ['rooms_per_task is at least 10', { rooms_per_task: 1 }],
      ['each is a file', { sockets_per_task: 100000 }],
      ['would lock schools out', { sockets_per_address: 10 }],
      ['quiet_hours.timezone', { quiet_hours: { from: 'cron(0 2 * * ? *)', to: 'cron(0 8 * * ? *)', timezone: '+1', tasks: { min: 1, max: 2 } } }],
      ['have six fields', { quiet_hours: { from: '0 2 * * *', to: 'cron(0 8 * * ? *)', timezone: 'UTC', tasks: { min: 1, max: 2 } } }],
      ['a game needs a node', { quiet_hours: { from: 'cron(0 2 * * ? *)', to: 'cron(0 8 * * ? *)', timezone: 'UTC', tasks: { min: 0, max: 2 } } }],
      ['without a path', { allowed_origins: ['https://play.example.com/'] }],
      ['trusted_hops is 1 or 2', { trusted_hops: 3 }],
      ['no place for secrets', { environment: { REDIS_PASSWORD: 'x' } }],
      ['log_days is 1, 3', { log_days: 2 }],
      ['container_insights is disabled', { container_insights: 'on' }],
    ],
  },
  'modules/rest-lambda': {
    usual: {
      name: 'liaptui', zip: '../../listener-rules.json', timeout: 10, vpc_id: 'v', subnet_ids: ['a'], s3_prefix_list_id: 'p', target_group_arn: 't',
      cache: { host: 'h', port: 6379, security_group_id: 's', replication_group_id: 'r', user: 'u', connect_arns: ['a'] },
      archive: { bucket: 'b', arn: 'a' },
    },
    refused: [
      ['zip is not there', { zip: 'nowhere.zip' }],
      ['mode is snapstart or native', { mode: 'jvm' }],
      ['architecture is arm64 or x86_64', { architecture: 'ARM64' }],
      ['memory is 256', { memory: 128 }],
      ['timeout is 1 to 60', { timeout: 900 }],
      ['Never put the secret itself here', { admin_token_sha256: 'secret' }],
      ['Never put the secret itself here', { admin_token_sha256: `ann:${'0'.repeat(64)},bob:secret` }],
      ['0 would switch the function off', { concurrency: 0 }],
      ['trusted_hops is 1 or 2', { trusted_hops: 0 }],
      ['no place for secrets', { environment: { ADMIN_TOKEN: 'x' } }],
      ['log_days is 1, 3', { log_days: 0 }],
    ],
  },
  'modules/web-site': {
    usual: { name: 'liaptui', domain_name: 'a.example', hosted_zone_id: zone, certificate_arn: 'c', origin_host: 'o.a.example', alb: { dns_name: 'd', zone_id: 'z' } },
    refused: [
      ['price_class is PriceClass_100', { price_class: 'cheap' }],
      ['CloudFront connects to no other', { origin_port: 8 }],
      ['old_assets_days is at least 1', { old_assets_days: 0 }],
    ],
  },
  'modules/edge': {
    usual: { name: 'liaptui', domain_name: 'play.example.com', hosted_zone_id: zone },
    refused: [
      ['without https://', { domain_name: 'https://play.example.com' }],
      ['begins with Z', { hosted_zone_id: '/hostedzone/Z1' }],
      ['waf.rate is at least 500', { waf: { rate: 100 } }],
      ['two capital letters', { waf: { countries: ['de'] } }],
    ],
  },
  'modules/observability': {
    usual: {
      name: 'liaptui', alb: { arn_suffix: 'a', ws_groups: ['w'], rest_group: 'r' }, service: { cluster: 'c', name: 's', namespace: 'LiapTui', min_tasks: 2, max_sockets: 8000 },
      function: { name: 'f', timeout: 10, concurrency: 10 }, cache: { members: ['c-001'], node_type: 'cache.t4g.micro', replicas: 0 },
    },
    refused: [
      ['email is an address', { email: 'nobody' }],
      ['names one group, or two', { alb: { arn_suffix: 'a', ws_groups: [], rest_group: 'r' } }],
    ],
  },
  'modules/archive': {
    usual: { name: 'liaptui' },
    refused: [
      ['keep_days is a whole number', { keep_days: -1 }],
      ['undo_days is a whole number', { undo_days: 0 }],
    ],
  },
  'modules/budget': {
    usual: { name: 'liaptui', monthly_usd: 100, email: 'ops@example.com' },
    refused: [
      ['monthly_usd is at least 1', { monthly_usd: 0 }],
      ['email is an address', { email: 'nobody' }],
    ],
  },
  'modules/ci': {
    usual: { name: 'liaptui', repository: 'example/liap-tui', state_bucket_arn: 'a' },
    refused: [
      ['name takes 3 to 22', { name: 'x' }],
      ['a pattern would let others in', { repository: 'example/*' }],
      ['environment takes letters', { environment: '*' }],
      ['keep_images is 3 to 1000', { keep_images: 1 }],
    ],
  },
  'modules/stack': {
    usual: {
      name: 'liaptui', domain_name: 'play.example.com', hosted_zone_id: zone, image, function_zip: '../../listener-rules.json', email: 'ops@example.com',
      monthly_usd: 100, cache_password: password, tasks: { min: 2, max: 4 },
    },
    refused: [
      ['image of ECR by digest', { image: `ghcr.io/example/liaptui@sha256:${'0'.repeat(64)}` }],
      ['single letters such as a', { zone_letters: ['eu-west-1a', 'eu-west-1b'] }],
      ['needs a copy', { cache: { nodes: 1, wait_for_copy: true } }],
    ],
  },
  'envs/standard': {
    usual: { domain_name: 'play.example.com', hosted_zone_id: zone, image, email: 'ops@example.com', cache_password: password },
    refused: [
      ['name takes 3 to 22', { name: 'X' }],
      ['region is a name', { region: 'Frankfurt' }],
      ['In China take X86_64', { region: 'cn-north-1' }],
    ],
  },
};
