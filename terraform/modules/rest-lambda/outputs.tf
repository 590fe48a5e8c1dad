output "function_name" {
  description = "The function."
  value       = aws_lambda_function.this.function_name
}

output "function_arn" {
  description = "The function, for deploys."
  value       = aws_lambda_function.this.arn
}

output "alias" {
  description = "The alias behind the balancer."
  value       = aws_lambda_alias.live.name
}

output "security_group_id" {
  description = "The function's, to be let into the cache."
  value       = aws_security_group.this.id
}

output "log_group" {
  description = "Where the function writes."
  value       = { name = aws_cloudwatch_log_group.this.name, arn = aws_cloudwatch_log_group.this.arn }
}
