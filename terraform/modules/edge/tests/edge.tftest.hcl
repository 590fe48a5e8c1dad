mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name           = "liaptui"
  domain_name    = "play.example.com"
  hosted_zone_id = "Z0123456789ABCDEFGHIJ"
}

run "usual" {
  assert {
    condition     = aws_acm_certificate.this["page"].region == "us-east-1" && aws_wafv2_web_acl.this[0].region == "us-east-1"
    error_message = "CloudFront takes both from there only."
  }

  assert {
    condition     = aws_route53_record.proof["play.example.com"].name == "_p.play.example.com"
    error_message = "Each name has its own proof."
  }

  assert {
    condition     = jsonencode([for rule in aws_wafv2_web_acl.this[0].rule : [rule.name, length(try(rule.action[0].count, []))] if length(rule.action) > 0]) == jsonencode([["rate", 1]])
    error_message = "The rate only counts at first, and no country is shut out."
  }
}

run "countries_and_blocking" {
  command = plan

  variables {
    waf = { countries = ["DE", "FR"], count_only = false }
  }

  assert {
    condition     = length([for rule in aws_wafv2_web_acl.this[0].rule : rule if length(rule.action) > 0 && length(try(rule.action[0].block, [])) == 1]) == 2
    error_message = "Other countries and too many requests are blocked."
  }
}

run "without_firewall" {
  command = plan

  variables {
    waf = { enabled = false }
  }

  assert {
    condition     = output.web_acl_arn == null
    error_message = "No firewall, no cost."
  }
}

run "direct_host" {
  command = plan

  variables {
    direct_host = "sockets.play.example.com"
  }

  assert {
    condition     = contains(aws_acm_certificate.this["origin"].subject_alternative_names, "sockets.play.example.com")
    error_message = "The balancer can prove that name."
  }
}
