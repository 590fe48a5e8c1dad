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

  # As standard, but a deploy starts all new nodes beside the old ones, sends new sockets there at once, and goes back as
  # quickly if an alarm goes off while it bakes. Sockets that are open stay where they are until the old nodes drain.
  blue_green     = true
  tasks          = { min = 2, max = 10 }
  node           = { cpu = 512, memory = 1024, rooms = 1000, sockets = 4000 }
  on_demand_base = 2
  egress         = "public_ip"
  cache          = { node_type = "cache.t4g.micro", nodes = 2 }
  monthly_usd    = 200
}
