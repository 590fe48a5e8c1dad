output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "One for each zone: balancer and NAT."
  value       = [for zone in var.zones : aws_subnet.public[zone].id]
}

output "private_subnet_ids" {
  description = "One for each zone: cache and function."
  value       = [for zone in var.zones : aws_subnet.private[zone].id]
}

output "task_subnet_ids" {
  description = "Where tasks run under this kind of egress."
  value       = [for zone in var.zones : var.egress == "public_ip" ? aws_subnet.public[zone].id : aws_subnet.private[zone].id]
}

output "task_public_ip" {
  description = "Whether tasks need a public address. Nothing but the balancer may connect to them either way."
  value       = var.egress == "public_ip"
}

output "s3_prefix_list_id" {
  description = "Addresses of S3 in this region, for rules that let nothing else out."
  value       = aws_vpc_endpoint.s3.prefix_list_id
}
