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
  protect                = var.protect

  # One node and one copy: a node that dies is replaced in about a minute, and its games go on from the cache. What this
  # profile gives up is the cache itself: with its only node, or that node's zone, running games are gone.
  tasks          = { min = 1, max = 3 }
  node           = { cpu = 256, memory = 512, rooms = 500, sockets = 2000 }
  on_demand_base = 1
  spot_share     = 100
  egress         = "public_ip"
  cache          = { node_type = "cache.t4g.micro", nodes = 1 }
  function       = { memory = 512, concurrency = 10 }
  waf            = { enabled = false }
  flow_log_days  = 0
  log_days       = 7
  monthly_usd    = 60
}
