output "state_bucket" {
  description = "For every other root: terraform init -backend-config=bucket=..."
  value       = aws_s3_bucket.state.id
}

output "repository_url" {
  description = "Where images are pushed to."
  value       = module.ci.repository_url
}

output "role_arns" {
  description = "Variables of the repository on GitHub: AWS_PLAN_ROLE, AWS_IMAGES_ROLE, AWS_DEPLOY_ROLE, AWS_APPLY_ROLE."
  value       = module.ci.role_arns
}
