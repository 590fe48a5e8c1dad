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

  # Two nodes and two copies in two zones: the loss of a node, of the cache or of a zone ends no game
  tasks          = { min = 2, max = 10 }
  node           = { cpu = 512, memory = 1024, rooms = 1000, sockets = 4000 }
  on_demand_base = 2
  spot_share     = 50
  egress         = "public_ip"
  cache          = { node_type = "cache.t4g.micro", nodes = 2 }
  monthly_usd    = 150
}
