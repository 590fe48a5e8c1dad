variable "name" {
  description = "First part of every name, such as liaptui-prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name takes 3 to 22 lower-case letters, digits and hyphens, because names of balancers end at 32."
  }
}

variable "cidr" {
  description = "Addresses of the VPC; each zone gets two subnets of 1/16 of them."
  type        = string
  default     = "10.40.0.0/16"

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && try(tonumber(split("/", var.cidr)[1]), 0) >= 16 && try(tonumber(split("/", var.cidr)[1]), 99) <= 22
    error_message = "cidr is an IPv4 range from /16 to /22, such as 10.40.0.0/16."
  }
}

variable "zones" {
  description = "Availability zones, two or three, such as [\"us-east-1a\", \"us-east-1b\"]. Add at the end only: subnets are numbered in this order."
  type        = list(string)

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 3 && length(distinct(var.zones)) == length(var.zones)
    error_message = "zones names two or three different availability zones; a balancer needs two."
  }
}

variable "egress" {
  description = "How tasks reach the registry of images, logs and secrets: public_ip (an address each, 3.65 USD a month), nat_single (32.85 and 0.045 a GB; its zone takes the others' way out with it), nat_per_zone, or endpoints (7.30 for each of four in each zone)."
  type        = string

  validation {
    condition     = contains(["public_ip", "nat_single", "nat_per_zone", "endpoints"], var.egress)
    error_message = "egress is public_ip, nat_single, nat_per_zone or endpoints."
  }
}

variable "flow_log_days" {
  description = "Days for which refused and accepted connections are kept; 0 for no flow logs."
  type        = number
  default     = 14

  validation {
    condition     = contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.flow_log_days)
    error_message = "flow_log_days is 0 (none), 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365: CloudWatch keeps logs for these only."
  }
}
