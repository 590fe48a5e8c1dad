mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "liaptui"
  vpc_id          = "vpc-1"
  subnet_ids      = ["subnet-1", "subnet-2"]
  rules_file      = "../../listener-rules.json"
  certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/x"
}

run "only_cloudfront_may_connect" {
  command = plan

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.world) == 0 && length(aws_lb_listener.direct) == 0
    error_message = "Nothing is open to everybody."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cloudfront.prefix_list_id == "pl-cloudfront" && aws_vpc_security_group_ingress_rule.cloudfront.from_port == aws_lb_listener.https.port
    error_message = "CloudFront's addresses are let in."
  }

  assert {
    condition     = toset(keys(aws_lb_listener_rule.this)) == toset(keys(jsondecode(file("../../listener-rules.json")).rules))
    error_message = "Every rule of the file is a rule of the listener."
  }

  assert {
    condition     = aws_lb_target_group.this["rest"].lambda_multi_value_headers_enabled && aws_lb_target_group.this["rest"].port == null
    error_message = "A function's group keeps repeated headers and has no port."
  }

  assert {
    condition     = length(aws_lb_target_group.this["ws"].stickiness) == 0
    error_message = "Any node takes any socket."
  }
}

run "blue_green" {
  command = plan

  variables {
    blue_green = true
  }

  assert {
    condition     = keys(aws_lb_listener_rule.moving) == ["websocket"] && length(aws_lb_listener_rule.this) == 4
    error_message = "Only the rule of the nodes has weights."
  }

  assert {
    condition     = sort([for group in one(aws_lb_listener_rule.moving["websocket"].action[0].forward).target_group : tostring(group.weight)]) == tolist(["0", "100"])
    error_message = "All go to one group at first."
  }
}

run "access_logs" {
  command = plan

  variables {
    access_log_days = 30
  }

  assert {
    condition     = length(aws_s3_bucket.access_logs) == 1 && length(aws_lb.this.access_logs) == 1
    error_message = "Logs have a bucket."
  }
}

run "a_ping_that_is_too_slow_for_the_idle_timeout" {
  command = plan

  variables {
    ping_interval = 60
  }

  expect_failures = [aws_lb.this]
}

# Applied, and the last: routes.test.mjs asks these rules
run "direct" {
  variables {
    direct_host = "sockets.play.example.com"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.world[0].from_port == 443 && aws_vpc_security_group_ingress_rule.world[0].to_port == 443 && aws_lb_listener.direct[0].port == 443
    error_message = "One port is open to everybody, and no other."
  }

  assert {
    condition     = aws_lb_listener.https.port != aws_lb_listener.direct[0].port
    error_message = "What comes from CloudFront and what does not must be told apart."
  }

  assert {
    condition     = aws_lb_listener_rule.direct_forged[0].priority < min([for rule in aws_lb_listener_rule.direct : rule.priority]...)
    error_message = "Nobody may bring an X-Forwarded-For along: the nodes would believe it."
  }

  assert {
    condition     = keys(aws_lb_listener_rule.direct) == ["websocket"] && length([for condition in aws_lb_listener_rule.direct["websocket"].condition : condition if length(condition.host_header) == 1]) == 1
    error_message = "The direct host takes sockets under its own name and nothing else."
  }
}
