module "stack" {
  source = "../../modules/stack"

  name                   = var.name
  domain_name            = var.domain_name
  hosted_zone_id         = var.hosted_zone_id
  image                  = var.image
  image_mode             = var.image_mode
  architecture           = var.architecture
  function_zip           = var.function_zip
  email                  = var.email
  cache_password         = var.cache_password
  cache_password_version = var.cache_password_version
  admin_token_sha256     = var.admin_token_sha256
  protect                = var.protect

  # Three zones, no public address, a move waits until a copy has it
  zone_letters       = ["a", "b", "c"]
  tasks              = { min = 3, max = 30 }
  node               = { cpu = 1024, memory = 2048, rooms = 2000, sockets = 8000 }
  on_demand_base     = 3
  egress             = "nat_per_zone"
  cache              = { node_type = "cache.m7g.large", nodes = 3, snapshot_days = 7, wait_for_copy = true }
  function           = { memory = 1769, concurrency = 200 }
  access_log_days    = 30
  flow_log_days      = 30
  log_days           = 90
  container_insights = "enhanced"
  waf = {
    count_only    = false
    managed_rules = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"]
  }
  monthly_usd = 900
}
