// The stand-in for the provider finds what the real one would: a check that cannot fail proves nothing.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from '@cdktn/hcl2json';
import { schemaErrors } from './schemacheck.mjs';
import { openWorkspace, schema } from './workspace.mjs';

const head = 'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n';
const workspace = await openWorkspace();
const provider = schema();
after(() => workspace.close());

// What the plans' own snippets say, and what the provider says to it
const wrong = [
  ['an argument of an older provider', 'resource "aws_elasticache_replication_group" "a" {\n  replication_group_id = "a"\n  description = "a"\n  number_cache_clusters = 2\n}', 'number_cache_clusters'],
  ['an argument that never was', 'resource "aws_appautoscaling_policy" "a" {\n  name = "a"\n  scaling_target_id = "a"\n}', 'scaling_target_id'],
  ['a missing argument', 'resource "aws_appautoscaling_policy" "a" {\n  name = "a"\n}', 'resource_id'],
  ['percentages in the wrong block', 'resource "aws_ecs_service" "a" {\n  name = "a"\n  deployment_configuration {\n    maximum_percent = 133\n  }\n}', 'maximum_percent'],
  ['a rule without an action', 'resource "aws_lb_listener_rule" "a" {\n  listener_arn = "a"\n  condition {\n    path_pattern {\n      values = ["/"]\n    }\n  }\n}', 'action'],
  ['a type that is not there', 'resource "aws_lb_rules" "a" {}', 'aws_lb_rules'],
  ['a statement of the firewall that is not one', 'resource "aws_wafv2_web_acl" "a" {\n  scope = "REGIONAL"\n  default_action {\n    allow {}\n  }\n  visibility_config {\n    cloudwatch_metrics_enabled = true\n    metric_name = "a"\n    sampled_requests_enabled = true\n  }\n  rule {\n    name = "a"\n    priority = 1\n    statement {\n      rate_based {\n        limit = 1\n      }\n    }\n    visibility_config {\n      cloudwatch_metrics_enabled = true\n      metric_name = "a"\n      sampled_requests_enabled = true\n    }\n  }\n}', 'rate_based'],
];

wrong.forEach(([name, text, says], index) => {
  const root = `modules/wrong-${index}`;
  const folder = workspace.folder(root);
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.tf'), head + text);

  test(`terraform validate finds ${name}`, () => {
    assert.equal(workspace.init(root).status, 0);
    const run = workspace.run(root, 'validate', '-no-color');
    assert.notEqual(run.status, 0);
    assert.match(run.out + run.err, new RegExp(says));
  });

  test(`the weaker check finds ${name}`, async () => {
    await parse('main.tf', head + text);
    const errors = await schemaErrors(folder, provider);
    assert.ok(errors.some((error) => error.includes(says)), errors.join('\n'));
  });
});

// These need references and types of values, which the weaker check does not see
const beyond = [
  ['a wrong type of value', 'resource "aws_lb" "a" {\n  idle_timeout = "long"\n}', 'a number is required'],
  ['a reference to nothing', 'resource "aws_lb" "a" {\n  subnets = aws_subnet.none[*].id\n}', 'undeclared resource'],
];
beyond.forEach(([name, text, says], index) => {
  test(`terraform validate finds ${name}`, () => {
    const root = `modules/beyond-${index}`;
    mkdirSync(workspace.folder(root));
    writeFileSync(join(workspace.folder(root), 'main.tf'), head + text);
    workspace.init(root);
    const { out, err } = workspace.run(root, 'validate', '-no-color');
    assert.match(out + err, new RegExp(says));
  });
});
