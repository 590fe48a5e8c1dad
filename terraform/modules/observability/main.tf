data "aws_region" "this" {}

data "aws_caller_identity" "this" {}

resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OurAlarms"
      Effect    = "Allow"
      Action    = "sns:Publish"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "email" {
  count = var.email == null ? 0 : 1

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.email
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.says
  namespace           = try(each.value.namespace, null)
  metric_name         = try(each.value.metric, null)
  dimensions          = try(each.value.dimensions, null)
  statistic           = try(each.value.statistic, null)
  extended_statistic  = try(each.value.percentile, null)
  period              = can(each.value.expression) ? null : 60
  evaluation_periods  = each.value.minutes
  datapoints_to_alarm = each.value.minutes
  comparison_operator = try(each.value.below, false) ? "LessThanThreshold" : "GreaterThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = try(each.value.missing, "notBreaching")
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  dynamic "metric_query" {
    for_each = try(each.value.metrics, {})
    content {
      id = metric_query.key

      metric {
        namespace   = metric_query.value.namespace
        metric_name = metric_query.value.metric
        dimensions  = metric_query.value.dimensions
        stat        = metric_query.value.statistic
        period      = 60
      }
    }
  }

  dynamic "metric_query" {
    for_each = try([each.value.expression], [])
    content {
      id          = "result"
      label       = each.key
      expression  = metric_query.value
      return_data = true
    }
  }
}

# One thing to look at: whether players are hurt now
resource "aws_cloudwatch_composite_alarm" "players" {
  alarm_name        = "${var.name}-players-are-hurt"
  alarm_description = "Games are lost, nobody serves them, or they wait: begin with the dashboard ${var.name}."
  alarm_rule = join(" OR ", [for alarm in ["no-node", "games-broken", "recovery-time", "store-slow", "balancer-5xx"] :
  "ALARM(\"${aws_cloudwatch_metric_alarm.this[alarm].alarm_name}\")"])
  alarm_actions = [aws_sns_topic.alarms.arn]
}
