variable "name" {
  description = "First part of every name."
  type        = string
  default     = "liaptui"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name takes 3 to 22 lower-case letters, digits and hyphens."
  }
}

variable "region" {
  description = "Region of everything but CloudFront's certificate and firewall."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region is a name such as eu-central-1."
  }

  validation {
    condition     = !startswith(var.region, "cn-") || var.architecture != "ARM64"
    error_message = "In China take X86_64 and check what else is there: CloudFront and its certificates work differently."
  }
}

variable "domain_name" {
  description = "Host under which the game is played, such as play.example.com."
  type        = string
}

variable "hosted_zone_id" {
  description = "Route 53 zone of that host: aws route53 list-hosted-zones."
  type        = string
}

variable "image" {
  description = "Image of the nodes in ECR, by digest."
  type        = string
}

variable "image_mode" {
  description = "native or jvm, as the image was built."
  type        = string
  default     = "native"
}

variable "architecture" {
  description = "ARM64 or X86_64, of image and function."
  type        = string
  default     = "ARM64"
}

variable "function_zip" {
  description = "Path of function.zip."
  type        = string
  default     = "../../../lambda-api/target/function.zip"
}

variable "email" {
  description = "Who gets alarms and is told of costs."
  type        = string
}

variable "cache_password" {
  description = "openssl rand -hex 32, by TF_VAR_cache_password. The same at every apply, unless cache_password_version goes up."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "cache_password_version" {
  description = "Raise by one with a new password."
  type        = number
  default     = 1
}

variable "admin_token_sha256" {
  description = "Opens /api/admin to who shows the secret with this SHA-256: printf %s SECRET | sha256sum; for several operators ann:SUM,bob:SUM. Null: off."
  type        = string
  default     = null
}

variable "protect" {
  description = "Refuses to destroy balancer and games. Set false and apply before a destroy."
  type        = bool
  default     = true
}
