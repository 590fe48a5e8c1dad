output "host" {
  description = "Where the primary is. Its address moves with a fail-over, the name stays."
  value       = local.host
}

output "port" {
  description = "Always with TLS."
  value       = local.port
}

output "replication_group_id" {
  description = "Name of the whole; part of the function's proof."
  value       = aws_elasticache_replication_group.this.replication_group_id
}

output "member_ids" {
  description = "Names of the single nodes, as metrics call them."
  value = [for number in range(1, var.nodes + 1) :
  format(local.durable ? "%s-0001-%03d" : "%s-%03d", var.name, number)]
}

output "url_secret_arn" {
  description = "The secret that holds the nodes' whole URL."
  value       = aws_secretsmanager_secret_version.url.arn
}

output "url_secret_id" {
  description = "The same secret without its version, for rights to read it."
  value       = aws_secretsmanager_secret.url.arn
}

output "function_user" {
  description = "User of the function."
  value       = aws_elasticache_user.function.user_name
}

output "connect_arns" {
  description = "What the function's role must be allowed to connect to."
  value       = [aws_elasticache_replication_group.this.arn, aws_elasticache_user.function.arn]
}

output "security_group_id" {
  description = "Clients may connect to this and need no other private address."
  value       = aws_security_group.this.id
}
