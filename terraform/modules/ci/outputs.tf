output "repository_url" {
  description = "Where images are pushed to."
  value       = aws_ecr_repository.this.repository_url
}

output "role_arns" {
  description = "For the workflows: AWS_PLAN_ROLE, AWS_IMAGES_ROLE, AWS_DEPLOY_ROLE and AWS_APPLY_ROLE."
  value       = { for kind, role in aws_iam_role.this : kind => role.arn }
}
