variable "name" {
  description = "First part of every name."
  type        = string
}

variable "domain_name" {
  description = "Host under which the game is played, such as play.example.com."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "domain_name is a host such as play.example.com, without https:// and path."
  }
}

variable "hosted_zone_id" {
  description = "Route 53 zone of that host, such as Z0123456789ABCDEFGHIJ."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "hosted_zone_id begins with Z: aws route53 list-hosted-zones shows it after /hostedzone/."
  }
}

variable "direct_host" {
  description = "Host for sockets past CloudFront, or null."
  type        = string
  default     = null
}

variable "waf" {
  description = "Firewall at CloudFront: requests that one address may make in 5 minutes, whether more are only counted at first, the sets of rules of AWS, and countries that alone may play (two letters each; none for all)."
  type = object({
    enabled       = optional(bool, true)
    rate          = optional(number, 6000)
    count_only    = optional(bool, true)
    managed_rules = optional(list(string), ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"])
    countries     = optional(list(string), [])
    log_days      = optional(number, 14)
  })
  default = {}

  validation {
    condition     = var.waf.rate >= 500 && var.waf.rate <= 2000000000
    error_message = "waf.rate is at least 500: a school behind one address comes back with all its sockets at once after a deploy."
  }

  validation {
    condition     = alltrue([for country in var.waf.countries : can(regex("^[A-Z]{2}$", country))])
    error_message = "waf.countries are two capital letters each, such as DE."
  }
}
