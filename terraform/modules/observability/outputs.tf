output "topic_arn" {
  description = "Where alarms go; subscribe whatever else should hear them."
  value       = aws_sns_topic.alarms.arn
}

output "dashboard" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "deploy_alarms" {
  description = "Alarms that turn a deploy back while ECS rolls or bakes. Silent at the first apply, when nothing is there yet."
  value       = [for alarm in ["games-broken", "recovery-time"] : aws_cloudwatch_metric_alarm.this[alarm].alarm_name]
}
