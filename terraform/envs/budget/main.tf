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

  # The cheapest that still takes over within a second and loses no game when a node or a cache node dies. The second
  # node is Spot and may be in the first one's zone, so the loss of a zone can take both: then games wait for new ones.
  tasks          = { min = 2, max = 4 }
  node           = { cpu = 256, memory = 512, rooms = 300, sockets = 1500 }
  on_demand_base = 1
  spot_share     = 100
  egress         = "public_ip"
  cache          = { node_type = "cache.t4g.micro", nodes = 2 }
  function       = { memory = 512 }
  waf            = { enabled = false }
  flow_log_days  = 0
  log_days       = 7
  monthly_usd    = 100
}
