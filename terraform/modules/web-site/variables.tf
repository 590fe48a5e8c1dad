variable "name" {
  description = "First part of every name."
  type        = string
}

variable "domain_name" {
  description = "Host under which the game is played: page, sockets and API alike."
  type        = string
}

variable "hosted_zone_id" {
  description = "Route 53 zone of that host."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate of that host in us-east-1."
  type        = string
}

variable "web_acl_arn" {
  description = "Firewall, or null."
  type        = string
  default     = null
}

variable "origin_host" {
  description = "Host under which CloudFront finds the balancer."
  type        = string
}

variable "origin_port" {
  description = "Port of the balancer for CloudFront, with TLS."
  type        = number
  default     = 443

  validation {
    condition     = var.origin_port == 443 || (var.origin_port >= 1024 && var.origin_port <= 65535)
    error_message = "origin_port is 443 or 1024 to 65535: CloudFront connects to no other."
  }
}

variable "alb" {
  description = "The balancer's own host and the hosted zone of it, for records."
  type = object({
    dns_name = string
    zone_id  = string
  })
}

variable "direct_host" {
  description = "Host for sockets past CloudFront, or null."
  type        = string
  default     = null
}

variable "price_class" {
  description = "Where CloudFront answers from: PriceClass_100 (America and Europe), 200 or All. The further, the dearer a GB."
  type        = string
  default     = "PriceClass_100"

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class is PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "old_assets_days" {
  description = "Days for which assets of earlier versions stay, for pages that are still open."
  type        = number
  default     = 30

  validation {
    condition     = var.old_assets_days >= 1
    error_message = "old_assets_days is at least 1: a page that is open needs its own version."
  }
}
