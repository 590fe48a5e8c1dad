variable "name" {
  description = "First part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name takes 3 to 22 lower-case letters, digits and hyphens, because names of balancers end at 32."
  }
}

variable "vpc_id" {
  description = "Where the targets are."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, one for each zone."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "A balancer needs subnets in at least two zones."
  }
}

variable "rules_file" {
  description = "Path of listener-rules.json, from which the box makes its front door as well."
  type        = string
}

variable "certificate_arn" {
  description = "Certificate of the game's host and of the origin's, in this region."
  type        = string
}

variable "direct_host" {
  description = "Host for sockets past CloudFront, to which everybody may connect; null for none, then only CloudFront may."
  type        = string
  default     = null

  validation {
    condition     = var.direct_host == null || !var.blue_green
    error_message = "direct_host and blue_green do not go together: ECS moves the weights of one rule only, so after a deploy the direct host would lead to no node."
  }
}

variable "ping_interval" {
  description = "Seconds between two pings of a node to a silent socket (quarkus.websockets-next.server.auto-ping-interval)."
  type        = number
  default     = 20

  validation {
    condition     = var.ping_interval >= 5 && var.ping_interval <= 300
    error_message = "ping_interval is 5 to 300 s."
  }
}

variable "blue_green" {
  description = "A second group of nodes, and rules whose weights ECS moves."
  type        = bool
  default     = false
}

variable "deletion_protection" {
  description = "Refuses to destroy the balancer. Switch off and apply before a destroy."
  type        = bool
  default     = true
}

variable "access_log_days" {
  description = "Days for which requests are kept in a bucket of their own; 0 for no access logs."
  type        = number
  default     = 0

  validation {
    condition     = var.access_log_days >= 0 && floor(var.access_log_days) == var.access_log_days
    error_message = "access_log_days is a whole number of days, or 0 for none."
  }
}
