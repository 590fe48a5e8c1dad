output "arn_suffix" {
  description = "Names the balancer in metrics."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "Host of the balancer itself; records point at it."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Hosted zone of that host, for alias records."
  value       = aws_lb.this.zone_id
}

output "cloudfront_port" {
  description = "Where CloudFront connects to, and nobody else may."
  value       = local.cloudfront_port
}

output "security_group_id" {
  description = "The only one from which nodes take connections."
  value       = aws_security_group.this.id
}

output "target_groups" {
  description = "By the keys of listener-rules.json: arn, arn_suffix, port, port of health checks, and deregistration delay in s."
  value = { for key, group in local.groups : key => {
    arn                  = aws_lb_target_group.this[key].arn
    arn_suffix           = aws_lb_target_group.this[key].arn_suffix
    port                 = try(group.port, null)
    deregistration_delay = try(group.deregistration_delay, null)
    health_port          = try(tonumber(group.health_check.port), group.port, null)
  } }

  # ECS refuses a service whose group hangs on no listener
  depends_on = [aws_lb_listener_rule.this, aws_lb_listener_rule.moving, aws_lb_listener_rule.direct]
}

output "ws_arn_suffixes" {
  description = "Names all groups in which nodes may be, in metrics: the two of blue/green change roles."
  value       = concat([aws_lb_target_group.this["ws"].arn_suffix], values(aws_lb_target_group.alternate)[*].arn_suffix)
}

output "blue_green" {
  description = "What ECS needs to move the weights, or null: the second group and the rule."
  value = var.blue_green ? {
    alternate_target_group_arn = one(values(aws_lb_target_group.alternate)[*].arn)
    production_rule_arn        = one(values(aws_lb_listener_rule.moving)[*].arn)
  } : null
}

output "function_timeouts" {
  description = "Seconds that the functions behind the groups may take, by key."
  value       = { for key, function in local.edge.functions : key => function.timeout }
}
