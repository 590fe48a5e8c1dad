mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "liaptui"
  domain_name     = "play.example.com"
  hosted_zone_id  = "Z0123456789ABCDEFGHIJ"
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/x"
  origin_host     = "origin.play.example.com"
  alb             = { dns_name = "lb.example", zone_id = "Z1" }
}

run "one_host_for_page_and_sockets" {
  command = plan

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior : behavior.path_pattern] == ["/v/*", "/ws", "/ws/*", "/api/*", "/health"]
    error_message = "Sockets and API go to the game, assets and pages come from the bucket."
  }

  assert {
    condition = alltrue([for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior :
      behavior.cache_policy_id == "managed-cache-policy" && behavior.origin_request_policy_id == "managed-all-viewer"
    if behavior.target_origin_id == "game"])
    error_message = "What goes to the game goes uncached and whole."
  }

  assert {
    condition     = aws_cloudfront_cache_policy.page.default_ttl == 0
    error_message = "The page is asked for every time."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021"
    error_message = "Nothing older than TLS 1.2."
  }
}

run "direct_host" {
  command = plan

  variables {
    direct_host = "sockets.play.example.com"
  }

  assert {
    condition     = toset(keys(aws_route53_record.balancer)) == toset(["origin.play.example.com", "sockets.play.example.com"])
    error_message = "Both names lead to the balancer."
  }

  assert {
    condition     = strcontains(one(one(aws_cloudfront_response_headers_policy.this.security_headers_config).content_security_policy).content_security_policy, "wss://sockets.play.example.com")
    error_message = "The page may open sockets there."
  }
}
