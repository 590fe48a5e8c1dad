locals {
  edge   = jsondecode(file(var.rules_file))
  groups = local.edge.target_groups
  # Not 443, which is the direct host's, if there is one
  cloudfront_port = 8443
  # TLS 1.3 and, for CloudFront's connections to origins, 1.2; nothing older and only ciphers with forward secrecy
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  # The rules whose weights ECS moves need a lifecycle of their own, which cannot be a condition
  moving = { for name, rule in local.edge.rules : name => rule
  if var.blue_green && try(local.groups[rule.action.target_group_key].target_type, "") == "ip" }
  fixed = { for name, rule in local.edge.rules : name => rule if !contains(keys(local.moving), name) }
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_lb" "this" {
  name                       = var.name
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = var.subnet_ids
  security_groups            = [aws_security_group.this.id]
  idle_timeout               = local.edge.load_balancer.idle_timeout
  drop_invalid_header_fields = true
  enable_http2               = true
  enable_deletion_protection = var.deletion_protection

  # The nodes count from the right who appended what: docs/decisions/077
  xff_header_processing_mode = "append"

  dynamic "access_logs" {
    for_each = aws_s3_bucket.access_logs[*].id
    content {
      bucket  = access_logs.value
      enabled = true
    }
  }

  lifecycle {
    precondition {
      condition     = local.edge.load_balancer.idle_timeout >= 2 * var.ping_interval + 10
      error_message = "idle_timeout of listener-rules.json (${local.edge.load_balancer.idle_timeout} s) must be at least twice the ping interval (${var.ping_interval} s) and 10 s: else the balancer cuts sockets that are only silent."
    }

    precondition {
      condition     = alltrue([for function in values(local.edge.functions) : function.timeout < local.edge.load_balancer.idle_timeout])
      error_message = "A function's timeout must be below idle_timeout: else the balancer gives up first and the caller gets no answer."
    }
  }

  depends_on = [aws_s3_bucket_policy.access_logs]
}

resource "aws_lb_target_group" "this" {
  for_each = local.groups

  name                               = "${var.name}-${each.key}"
  target_type                        = each.value.target_type
  vpc_id                             = each.value.target_type == "ip" ? var.vpc_id : null
  port                               = try(each.value.port, null)
  protocol                           = try(each.value.protocol, null)
  protocol_version                   = try(each.value.protocol_version, null)
  load_balancing_algorithm_type      = try(each.value.load_balancing_algorithm_type, null)
  deregistration_delay               = try(each.value.deregistration_delay, null)
  lambda_multi_value_headers_enabled = try(each.value.lambda_multi_value_headers_enabled, null)

  dynamic "health_check" {
    for_each = try([each.value.health_check], [])
    content {
      path                = health_check.value.path
      protocol            = health_check.value.protocol
      port                = health_check.value.port
      matcher             = health_check.value.matcher
      interval            = health_check.value.interval
      timeout             = health_check.value.timeout
      healthy_threshold   = health_check.value.healthy_threshold
      unhealthy_threshold = health_check.value.unhealthy_threshold
    }
  }

  lifecycle {
    precondition {
      condition     = length("${var.name}-${each.key}") <= 32
      error_message = "The name ${var.name}-${each.key} is longer than the 32 characters that a target group may have."
    }
  }
}

# Blue and green change roles with every deploy; this is the one that stands by at first
resource "aws_lb_target_group" "alternate" {
  for_each = { for key, group in local.groups : key => group if var.blue_green && group.target_type == "ip" }

  name                          = "${var.name}-${each.key}-2"
  target_type                   = each.value.target_type
  vpc_id                        = var.vpc_id
  port                          = each.value.port
  protocol                      = each.value.protocol
  protocol_version              = each.value.protocol_version
  load_balancing_algorithm_type = each.value.load_balancing_algorithm_type
  deregistration_delay          = each.value.deregistration_delay

  health_check {
    path                = each.value.health_check.path
    protocol            = each.value.health_check.protocol
    port                = each.value.health_check.port
    matcher             = each.value.health_check.matcher
    interval            = each.value.health_check.interval
    timeout             = each.value.health_check.timeout
    healthy_threshold   = each.value.health_check.healthy_threshold
    unhealthy_threshold = each.value.health_check.unhealthy_threshold
  }
}
