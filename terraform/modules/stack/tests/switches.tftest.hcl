# What no profile switches on, all at once and with everything that only AWS knows still unknown
mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name           = "liaptui"
  domain_name    = "play.example.com"
  hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  function_zip   = "../../listener-rules.json"
  email          = "ops@example.com"
  monthly_usd    = 100
  cache_password = "0123456789abcdef0123456789abcdef"
  tasks          = { min = 2, max = 4 }
}

run "every_switch" {
  command = plan

  variables {
    image_mode         = "jvm"
    architecture       = "X86_64"
    direct_sockets     = true
    egress             = "endpoints"
    access_log_days    = 7
    spot_share         = 30
    admin_token_sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
    protect            = false
    cache              = { snapshot = "liaptui-last", wait_for_copy = true }
    quiet_hours        = { from = "cron(0 2 * * ? *)", to = "cron(0 8 * * ? *)", timezone = "Europe/Berlin", tasks = { min = 1, max = 2 } }
    waf                = { countries = ["DE", "AT"] }
  }

  assert {
    condition     = output.sockets == "wss://sockets.play.example.com"
    error_message = "The direct host has its name."
  }

  assert {
    condition     = output.url == "https://play.example.com"
    error_message = "The game's own host stays."
  }
}

run "one_node_and_one_copy" {
  command = plan

  variables {
    tasks          = { min = 1, max = 1 }
    on_demand_base = 1
    cache          = { nodes = 1, snapshot_days = 0 }
    waf            = { enabled = false }
    egress         = "nat_single"
    zone_letters   = ["a", "b", "c"]
  }

  assert {
    condition     = output.sockets == null
    error_message = "Sockets go through CloudFront unless they are asked to go past it."
  }
}
