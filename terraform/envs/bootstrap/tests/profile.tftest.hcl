mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  repository = "example/liap-tui"
  region     = "eu-west-1"
}

run "plan" {
  command = plan
}

run "apply" {
  assert {
    condition     = toset(keys(output.role_arns)) == toset(["plan", "images", "deploy", "apply"])
    error_message = "Four roles: plan, images, deploy, apply."
  }
}

run "with_a_provider_that_is_there" {
  command = plan

  variables {
    github_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  }

  assert {
    condition     = module.ci.role_arns != null
    error_message = "An account that has GitHub's provider already takes that one."
  }
}
