output "topic_arn" {
  description = "Where alarms go; subscribe whatever else should hear them."
  value       = aws_sns_topic.alarms.arn
}

output "dashboard" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}
