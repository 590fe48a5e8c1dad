resource "aws_wafv2_web_acl" "this" {
  count = var.waf.enabled ? 1 : 0

  region      = "us-east-1"
  name        = var.name
  description = "Sees requests and the beginning of sockets, never what is said over them"
  scope       = "CLOUDFRONT"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = length(var.waf.countries) > 0 ? [var.waf.countries] : []
    content {
      name     = "countries"
      priority = 10

      action {
        block {}
      }

      statement {
        not_statement {
          statement {
            geo_match_statement {
              country_codes = rule.value
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-countries"
        sampled_requests_enabled   = true
      }
    }
  }

  rule {
    name     = "rate"
    priority = 20

    action {
      dynamic "count" {
        for_each = var.waf.count_only ? ["count"] : []
        content {}
      }

      dynamic "block" {
        for_each = var.waf.count_only ? [] : ["block"]
        content {}
      }
    }

    statement {
      rate_based_statement {
        limit                 = var.waf.rate
        aggregate_key_type    = "IP"
        evaluation_window_sec = 300
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "${var.name}-rate"
      sampled_requests_enabled   = true
    }
  }

  dynamic "rule" {
    for_each = { for index, set in var.waf.managed_rules : set => 30 + 10 * index }
    content {
      name     = rule.key
      priority = rule.value

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.key
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "${var.name}-${rule.key}"
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_log_group" "waf" {
  count = var.waf.enabled ? 1 : 0

  # WAF writes to groups of this beginning only
  region            = "us-east-1"
  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.waf.log_days
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count = var.waf.enabled ? 1 : 0

  region                  = "us-east-1"
  resource_arn            = aws_wafv2_web_acl.this[0].arn
  log_destination_configs = [aws_cloudwatch_log_group.waf[0].arn]

  # Only what a rule caught: the rest is in no log, and costs nothing
  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "BLOCK"
        }
      }

      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
  }

  redacted_fields {
    single_header {
      name = "cookie"
    }
  }

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }
}
