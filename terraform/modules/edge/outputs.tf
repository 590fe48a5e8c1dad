output "page_certificate_arn" {
  description = "For CloudFront, in us-east-1, proven."
  value       = aws_acm_certificate_validation.this["page"].certificate_arn
}

output "origin_certificate_arn" {
  description = "For the balancer, in its region, proven."
  value       = aws_acm_certificate_validation.this["origin"].certificate_arn
}

output "origin_host" {
  description = "Under which CloudFront finds the balancer."
  value       = local.origin
}

output "web_acl_arn" {
  description = "The firewall, or null."
  value       = one(aws_wafv2_web_acl.this[*].arn)
}
