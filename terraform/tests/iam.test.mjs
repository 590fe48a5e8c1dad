// Rights held against what is really called: the calls are read from the code and the scripts, so a call without a right fails
// here and not on AWS, and a right without a call fails too.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { applied, ofType, only } from './states.mjs';
import { repository, terraformFolder } from './workspace.mjs';

// IAM's name for a call where it is not the call's own
const RIGHTS = {
  'ecs wait services-stable': ['ecs:DescribeServices'],
  // Names the task's two roles
  'ecs register-task-definition': ['ecs:RegisterTaskDefinition', 'iam:PassRole'],
  'lambda wait function-updated': ['lambda:GetFunctionConfiguration'],
  'lambda wait published-version-active': ['lambda:GetFunctionConfiguration'],
  // From the bucket onto itself as well, with its tags
  'lambda invoke': ['lambda:InvokeFunction'],
  's3 cp': ['s3:PutObject', 's3:GetObject', 's3:GetObjectTagging'],
  's3api list-objects-v2': ['s3:ListBucket'],
  's3api put-object-tagging': ['s3:PutObjectTagging'],
};
// What docker push asks of ECR, after amazon-ecr-login
const PUSH = ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:CompleteLayerUpload',
  'ecr:GetDownloadUrlForLayer', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const PULL = ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const WRITE_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const VPC = ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets',
  'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'];
const S3 = { putObject: 's3:PutObject', getObjectAsBytes: 's3:GetObject', listObjectsV2Paginator: 's3:ListBucket' };
const STORE = { put: 'putObject', get: 'getObjectAsBytes', list: 'listObjectsV2Paginator' };

const list = (value) => [value ?? []].flat();
const unique = (values) => [...new Set(values)].sort();
const standard = applied('standard');
const bootstrap = applied('bootstrap');
const statements = (stack, part, name) => {
  const found = ofType(stack, 'aws_iam_role_policy').filter((policy) => policy.address.includes(part) && policy.name === name);
  assert.equal(found.length, 1, `${part} ${name}`);
  return JSON.parse(found[0].values.policy).Statement;
};
const allowed = (all) => unique(all.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => list(Action)));

describe('what Java calls', () => {
  const client = source('common/src/main/java/io/liaptui/common/archive/S3Store.java');
  const calls = unique([...client.matchAll(/client\(\)\s*\.(\w+)\(/g)].map(([, call]) => call));

  test('the only client of AWS is that of the archive, beside the signer of the login', () => {
    const users = javaFiles().filter((file) => /import software\.amazon\.awssdk\.services\./.test(source(file))).map((file) => file.split('/').pop());
    assert.deepEqual(users.sort(), ['ArchiveStores.java', 'S3Store.java']);
    assert.deepEqual(calls, Object.keys(S3).sort(), 'a call without a name of its right here');
  });
  test('nodes may do that', () => {
    assert.deepEqual(allowed(statements(standard, 'ws_service', 'task')), unique(calls.map((call) => S3[call])));
  });
  test('the function may what it does of that, log in, and be in the VPC', () => {
    const used = unique(javaFiles('lambda-api').flatMap((file) => [...source(file).matchAll(/\bstore\s*\.(put|get|list)\(/g)].map(([, verb]) => verb)));
    assert.deepEqual(used, ['get', 'list']);
    assert.deepEqual(allowed(statements(standard, 'rest_lambda', 'this')),
      unique([...used.map((verb) => S3[STORE[verb]]), 'elasticache:Connect', ...WRITE_LOGS, ...VPC]));
  });
  test('only where games and the operators\' log are', () => {
    for (const [part, name] of [['ws_service', 'task'], ['rest_lambda', 'this']]) {
      for (const { Action, Resource, Condition } of statements(standard, part, name).filter((one) => list(one.Action).some((action) => action.startsWith('s3:')))) {
        if (list(Action).includes('s3:ListBucket')) {
          assert.deepEqual(Condition, { StringLike: { 's3:prefix': ['rooms/*', 'audit/*'] } });
        } else {
          assert.ok(list(Resource).every((one) => /\/(rooms|audit)\/\*$/.test(one)), `${Resource}`);
        }
      }
    }
  });
});

test('ECS may fetch the image, read the one secret and write logs', () => {
  assert.deepEqual(allowed(statements(standard, 'ws_service', 'execution')), unique([...PULL, ...WRITE_LOGS, 'secretsmanager:GetSecretValue']));
});

test('whoever builds images may push them, and nothing more', () => {
  assert.deepEqual(allowed(statements(bootstrap, 'module.ci', 'images')), unique(PUSH));
});

test('the registry forgets builds, and what was deployed last of all', () => {
  const rules = JSON.parse(only(bootstrap, 'aws_ecr_lifecycle_policy').policy).rules;
  assert.deepEqual(rules.map(({ rulePriority }) => rulePriority), [1, 2, 3]);
  // What a rule matches no later rule expires; a rule on any image counts the parts of one as images
  assert.deepEqual(rules[0].selection.tagPatternList, ['deployed-*']);
  assert.ok(rules.every(({ selection }) => selection.tagStatus !== 'any'));
  assert.match(readFileSync(join(terraformFolder, 'tools', 'roll.sh'), 'utf8'), /--image-tag "deployed-/);
  assert.match(readFileSync(join(terraformFolder, 'README.md'), 'utf8'), /:deployed-first" --push/);
});

describe('what a deploy calls', () => {
  const scripts = ['roll.sh', 'function.sh', 'pages.sh'].map((file) => readFileSync(join(terraformFolder, 'tools', file), 'utf8')).join('\n');
  const calls = unique([...scripts.matchAll(/\baws ([a-z0-9]+) (wait [a-z-]+|[a-z0-9-]+)/g)].map(([, service, call]) => `${service} ${call}`));
  const deploy = statements(bootstrap, 'module.ci', 'deploy');

  test('it may, and nothing more', () => {
    assert.ok(calls.length > 12, calls.join(', '));
    assert.deepEqual(allowed(deploy), unique(calls.flatMap((call) => RIGHTS[call] ?? [rightOf(call)])));
  });

  test('on the things of the stack, by the names they have', () => {
    const resources = deploy.flatMap(({ Resource }) => list(Resource));
    const may = (end) => assert.ok(resources.some((one) => typeof one === 'string' && one.endsWith(end)), `${end} is none of ${resources}`);
    const service = only(standard, 'aws_ecs_service').name;
    may(`:service/${only(standard, 'aws_ecs_cluster').name}/${service}`);
    may(`:function:${only(standard, 'aws_lambda_function').function_name}`);
    may(`:function:${only(standard, 'aws_lambda_function').function_name}:*`);
    ofType(standard, 'aws_iam_role').filter(({ address }) => address.includes('ws_service')).forEach(({ values }) => may(`:role/${values.name}`));
    const pages = ofType(standard, 'aws_s3_bucket').find(({ address }) => address.includes('web_site')).values.bucket_prefix;
    may(`:::${pages}*/v/*`);
    may(`:::${pages}*/index.html`);
  });

  test('the distribution it may change has the tag that it is known by', () => {
    const { Condition } = deploy.find(({ Action }) => list(Action).includes('cloudfront:CreateInvalidation'));
    assert.deepEqual(Condition, { StringEquals: { 'aws:ResourceTag/project': 'liaptui' } });
    for (const profile of ['budget', 'standard', 'ha', 'blue-green']) {
      assert.match(readFileSync(join(terraformFolder, 'envs', profile, 'providers.tf'), 'utf8'), /default_tags \{\s*tags = \{ project = var\.name,/);
    }
  });
});

test('who plans may read no secret, and is asked to read none', () => {
  const denied = statements(bootstrap, 'module.ci', 'plan').filter(({ Effect }) => Effect === 'Deny').flatMap(({ Action }) => list(Action));
  for (const action of ['secretsmanager:GetSecretValue', 's3:GetObject', 'logs:GetLogEvents']) {
    assert.ok(denied.includes(action), action);
  }
  // A refresh of aws_secretsmanager_secret_version reads the secret
  assert.match(readFileSync(join(terraformFolder, 'tools', 'plan.sh'), 'utf8'), /terraform plan .*-refresh=false/);
});

function rightOf(call) {
  const [service, operation] = call.split(' ');
  return `${service}:${operation.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
}

function source(file) {
  return readFileSync(join(repository, file), 'utf8');
}

function javaFiles(...modules) {
  return (modules.length > 0 ? modules : ['common', 'ws-core', 'lambda-api']).flatMap((module) =>
    readdirSync(join(repository, module, 'src/main/java'), { recursive: true })
      .filter((file) => file.endsWith('.java')).map((file) => `${module}/src/main/java/${file}`));
}
