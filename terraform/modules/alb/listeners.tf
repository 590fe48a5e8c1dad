resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = local.cloudfront_port
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

  lifecycle {
    precondition {
      condition = alltrue([for rule in values(local.edge.rules) :
      sum([for condition in rule.condition : length(one(values(condition)).values)]) <= (var.direct_host == null ? 5 : 4)])
      error_message = "A rule of ${var.rules_file} has more than 5 values in all its conditions together, which is what the balancer takes; with a direct host 4, because that is one more."
    }
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each = local.fixed

  listener_arn = aws_lb_listener.https.arn
  priority     = each.value.priority
  tags         = { Name = each.key }

  dynamic "condition" {
    for_each = each.value.condition
    content {
      dynamic "path_pattern" {
        for_each = try([condition.value.path_pattern], [])
        content {
          values = path_pattern.value.values
        }
      }

      dynamic "http_header" {
        for_each = try([condition.value.http_header], [])
        content {
          http_header_name = http_header.value.http_header_name
          values           = http_header.value.values
        }
      }

      dynamic "host_header" {
        for_each = try([condition.value.host_header], [])
        content {
          values = host_header.value.values
        }
      }

      dynamic "http_request_method" {
        for_each = try([condition.value.http_request_method], [])
        content {
          values = http_request_method.value.values
        }
      }
    }
  }

  action {
    type             = each.value.action.type
    target_group_arn = try(aws_lb_target_group.this[each.value.action.target_group_key].arn, null)

    dynamic "fixed_response" {
      for_each = try([each.value.action.fixed_response], [])
      content {
        content_type = fixed_response.value.content_type
        message_body = fixed_response.value.message_body
        status_code  = fixed_response.value.status_code
      }
    }
  }

  lifecycle {
    precondition {
      condition     = length([for condition in each.value.condition : 1 if can(condition.path_pattern)]) <= 1
      error_message = "Rule ${each.key}: a rule takes one path condition. Give that one several values instead."
    }

    precondition {
      condition = alltrue(flatten([for condition in each.value.condition : [
        for kind in values(condition) : [for value in kind.values : length(value) > 0]
      ]]))
      error_message = "Rule ${each.key}: a value is empty. No rule can ask for a header that is missing; catch the requests that have it with a rule of a lower number."
    }

    precondition {
      condition     = length(distinct([for rule in values(local.edge.rules) : rule.priority])) == length(local.edge.rules)
      error_message = "Two rules of ${var.rules_file} have the same priority."
    }
  }
}

resource "aws_lb_listener_rule" "moving" {
  for_each = local.moving

  listener_arn = aws_lb_listener.https.arn
  priority     = each.value.priority
  tags         = { Name = each.key }

  dynamic "condition" {
    for_each = each.value.condition
    content {
      dynamic "path_pattern" {
        for_each = try([condition.value.path_pattern], [])
        content {
          values = path_pattern.value.values
        }
      }

      dynamic "http_header" {
        for_each = try([condition.value.http_header], [])
        content {
          http_header_name = http_header.value.http_header_name
          values           = http_header.value.values
        }
      }
    }
  }

  action {
    type = "forward"

    forward {
      target_group {
        arn    = aws_lb_target_group.this[each.value.action.target_group_key].arn
        weight = 100
      }

      target_group {
        arn    = aws_lb_target_group.alternate[each.value.action.target_group_key].arn
        weight = 0
      }
    }
  }

  lifecycle {
    # ECS moves the weights with every deploy
    ignore_changes = [action]
  }
}
