output "cluster_name" {
  description = "The cluster."
  value       = aws_ecs_cluster.this.name
}

output "service_name" {
  description = "The service; also the dimension of the nodes' own metrics."
  value       = aws_ecs_service.this.name
}

output "task_family" {
  description = "Task definitions of this name are deployed."
  value       = aws_ecs_task_definition.this.family
}

output "security_group_id" {
  description = "The nodes', to be let into the cache."
  value       = aws_security_group.this.id
}

output "log_group" {
  description = "Where nodes write."
  value       = { name = aws_cloudwatch_log_group.this.name, arn = aws_cloudwatch_log_group.this.arn }
}

output "role_arns" {
  description = "The two roles that a deploy hands to new tasks."
  value       = [aws_iam_role.execution.arn, aws_iam_role.task.arn]
}
