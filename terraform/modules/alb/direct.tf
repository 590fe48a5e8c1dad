# A host of its own for sockets past CloudFront. CloudFront's connections come to another port, which nobody else reaches,
# so every request here has come straight from the player.

resource "aws_lb_listener" "direct" {
  count = var.direct_host == null ? 0 : 1

  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn
  ssl_policy        = local.ssl_policy

  default_action {
    type = local.edge.listener.default_action.type

    fixed_response {
      content_type = local.edge.listener.default_action.fixed_response.content_type
      message_body = local.edge.listener.default_action.fixed_response.message_body
      status_code  = local.edge.listener.default_action.fixed_response.status_code
    }
  }
}

# Nodes find the player two entries from the right, or, where there are fewer, in the first. Who could send an entry along
# would choose the address that is counted.
resource "aws_lb_listener_rule" "direct_forged" {
  count = var.direct_host == null ? 0 : 1

  listener_arn = aws_lb_listener.direct[0].arn
  priority     = 1
  tags         = { Name = "direct-forged" }

  condition {
    http_header {
      http_header_name = "X-Forwarded-For"
      values           = ["*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "This host takes no X-Forwarded-For"
      status_code  = "400"
    }
  }
}

# Sockets only: pages and API stay behind the firewall of CloudFront
resource "aws_lb_listener_rule" "direct" {
  for_each = var.direct_host == null ? {} : { for name, rule in local.edge.rules : name => rule
  if try(local.groups[rule.action.target_group_key].target_type, "") == "ip" }

  listener_arn = aws_lb_listener.direct[0].arn
  priority     = 1 + each.value.priority
  tags         = { Name = "direct-${each.key}" }

  condition {
    host_header {
      values = [var.direct_host]
    }
  }

  condition {
    path_pattern {
      values = one([for condition in each.value.condition : condition.path_pattern.values if can(condition.path_pattern)])
    }
  }

  dynamic "condition" {
    for_each = [for condition in each.value.condition : condition.http_header if can(condition.http_header)]
    content {
      http_header {
        http_header_name = condition.value.http_header_name
        values           = condition.value.values
      }
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.value.action.target_group_key].arn
  }
}
