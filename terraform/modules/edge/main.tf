locals {
  origin = "origin.${var.domain_name}"
  hosts = {
    # CloudFront's must be in us-east-1, wherever the game is
    page   = { region = "us-east-1", names = [var.domain_name] }
    origin = { region = null, names = concat([local.origin, var.domain_name], var.direct_host[*]) }
  }
}

resource "aws_acm_certificate" "this" {
  for_each = local.hosts

  region                    = each.value.region
  domain_name               = each.value.names[0]
  subject_alternative_names = slice(each.value.names, 1, length(each.value.names))
  validation_method         = "DNS"
  tags                      = { Name = "${var.name}-${each.key}" }

  lifecycle {
    create_before_destroy = true
  }
}

# The same host asks for the same record whichever certificate it is in
resource "aws_route53_record" "proof" {
  for_each = toset(concat([local.origin, var.domain_name], var.direct_host[*]))

  zone_id         = var.hosted_zone_id
  name            = one([for option in aws_acm_certificate.this["origin"].domain_validation_options : option.resource_record_name if option.domain_name == each.key])
  type            = one([for option in aws_acm_certificate.this["origin"].domain_validation_options : option.resource_record_type if option.domain_name == each.key])
  records         = [one([for option in aws_acm_certificate.this["origin"].domain_validation_options : option.resource_record_value if option.domain_name == each.key])]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  for_each = local.hosts

  region                  = each.value.region
  certificate_arn         = aws_acm_certificate.this[each.key].arn
  validation_record_fqdns = [for name in each.value.names : aws_route53_record.proof[name].fqdn]
}
