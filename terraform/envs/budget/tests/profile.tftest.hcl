mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  domain_name    = "play.example.com"
  hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  email          = "ops@example.com"
  cache_password = "0123456789abcdef0123456789abcdef"
  region         = "eu-west-1"
}

# With everything that only AWS knows still unknown: nothing may be counted by it
run "plan" {
  command = plan
}

run "apply" {
  assert {
    condition     = output.url == "https://play.example.com"
    error_message = "The address of the game must be the domain."
  }

  assert {
    condition     = length(output.deploy.cache_members) == 2
    error_message = "This profile has 2 copies of the data."
  }

  assert {
    condition     = output.sockets == null
    error_message = "Sockets go through CloudFront unless they are asked to go past it."
  }
}
