data "aws_region" "this" {}

locals {
  zones       = [for letter in var.zone_letters : "${data.aws_region.this.region}${letter}"]
  rules_file  = "${path.module}/../../listener-rules.json"
  direct_host = var.direct_sockets ? "sockets.${var.domain_name}" : null
  registry    = regex("^(?P<account>[0-9]{12})\\.dkr\\.ecr\\.(?P<region>[a-z0-9-]+)\\.amazonaws\\.com/(?P<name>[^@]+)@", var.image)
}

module "network" {
  source = "../network"

  name          = var.name
  cidr          = var.cidr
  zones         = local.zones
  egress        = var.egress
  flow_log_days = var.flow_log_days
}

module "edge" {
  source = "../edge"

  name           = var.name
  domain_name    = var.domain_name
  hosted_zone_id = var.hosted_zone_id
  direct_host    = local.direct_host
  waf            = var.waf
}

module "alb" {
  source = "../alb"

  name                = var.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  rules_file          = local.rules_file
  certificate_arn     = module.edge.origin_certificate_arn
  direct_host         = local.direct_host
  blue_green          = var.blue_green
  deletion_protection = var.protect
  access_log_days     = var.access_log_days
}

module "archive" {
  source = "../archive"

  name               = var.name
  keep_days          = var.keep_games_days
  destroy_with_games = !var.protect
}

module "cache" {
  source = "../cache"

  name             = var.name
  vpc_id           = module.network.vpc_id
  subnet_ids       = module.network.private_subnet_ids
  node_type        = var.cache.node_type
  nodes            = var.cache.nodes
  snapshot_days    = var.cache.snapshot_days
  snapshot         = var.cache.snapshot
  final_snapshot   = var.protect
  password         = var.cache_password
  password_version = var.cache_password_version
  clients = {
    nodes    = module.ws_service.security_group_id
    function = module.rest_lambda.security_group_id
  }
}

module "ws_service" {
  source = "../ws-service"

  name                    = var.name
  vpc_id                  = module.network.vpc_id
  subnet_ids              = module.network.task_subnet_ids
  public_ip               = module.network.task_public_ip
  alb_security_group_id   = module.alb.security_group_id
  target_group            = module.alb.target_groups["ws"]
  blue_green              = module.alb.blue_green
  image                   = var.image
  image_mode              = var.image_mode
  repository_arn          = "arn:aws:ecr:${local.registry.region}:${local.registry.account}:repository/${local.registry.name}"
  architecture            = var.architecture
  cpu                     = var.node.cpu
  memory                  = var.node.memory
  tasks                   = var.tasks
  on_demand_base          = var.on_demand_base
  spot_share              = var.spot_share
  quiet_hours             = var.quiet_hours
  rooms_per_task          = var.node.rooms
  sockets_per_task        = var.node.sockets
  environment             = merge({ LIAP_REDIS_DURABILITY = var.cache.wait_for_copy ? "replica" : "primary" }, var.node.environment)
  cache_url_secret        = { arn = module.cache.url_secret_arn, id = module.cache.url_secret_id }
  cache_security_group_id = module.cache.security_group_id
  cache_port              = module.cache.port
  archive                 = { bucket = module.archive.bucket, arn = module.archive.arn }
  allowed_origins         = var.direct_sockets ? ["https://${var.domain_name}"] : []
  rollback_alarms         = module.observability.deploy_alarms
  log_days                = var.log_days
  container_insights      = var.container_insights
}

module "rest_lambda" {
  source = "../rest-lambda"

  name               = var.name
  zip                = var.function_zip
  mode               = var.function.mode
  architecture       = var.architecture == "ARM64" ? "arm64" : "x86_64"
  memory             = var.function.memory
  concurrency        = var.function.concurrency
  admin_token_sha256 = var.admin_token_sha256
  timeout            = module.alb.function_timeouts["rest"]
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.private_subnet_ids
  s3_prefix_list_id  = module.network.s3_prefix_list_id
  target_group_arn   = module.alb.target_groups["rest"].arn
  archive            = { bucket = module.archive.bucket, arn = module.archive.arn }
  log_days           = var.log_days
  cache = {
    host                 = module.cache.host
    port                 = module.cache.port
    security_group_id    = module.cache.security_group_id
    replication_group_id = module.cache.replication_group_id
    user                 = module.cache.function_user
    connect_arns         = module.cache.connect_arns
  }
}

module "web_site" {
  source = "../web-site"

  name            = var.name
  domain_name     = var.domain_name
  hosted_zone_id  = var.hosted_zone_id
  certificate_arn = module.edge.page_certificate_arn
  web_acl_arn     = module.edge.web_acl_arn
  origin_host     = module.edge.origin_host
  origin_port     = module.alb.cloudfront_port
  alb             = { dns_name = module.alb.dns_name, zone_id = module.alb.zone_id }
  direct_host     = local.direct_host
  price_class     = var.price_class
}

module "observability" {
  source = "../observability"

  name  = var.name
  email = var.email
  alb = {
    arn_suffix = module.alb.arn_suffix
    ws_groups  = module.alb.ws_arn_suffixes
    rest_group = module.alb.target_groups["rest"].arn_suffix
  }
  service = {
    # By name and not by resource: the service waits for alarms that can turn its deploys back
    cluster     = var.name
    name        = var.name
    namespace   = "LiapTui"
    min_tasks   = min(var.tasks.min, try(var.quiet_hours.tasks.min, var.tasks.min))
    max_sockets = var.tasks.max * var.node.sockets
  }
  function = {
    name        = module.rest_lambda.function_name
    timeout     = module.alb.function_timeouts["rest"]
    concurrency = var.function.concurrency
  }
  cache = {
    members   = module.cache.member_ids
    node_type = var.cache.node_type
    replicas  = var.cache.nodes - 1
  }
}

module "budget" {
  source = "../budget"

  name        = var.name
  monthly_usd = var.monthly_usd
  email       = var.email
}
