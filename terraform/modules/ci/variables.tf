variable "name" {
  description = "First part of every name, as in the profile that is deployed."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name takes 3 to 22 lower-case letters, digits and hyphens."
  }
}

variable "repository" {
  description = "Repository on GitHub, such as example/liap-tui."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.repository))
    error_message = "repository is OWNER/NAME; a pattern would let others in."
  }
}

variable "environment" {
  description = "Environment on GitHub whose jobs may deploy and apply. Give it reviewers there."
  type        = string
  default     = "production"

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+$", var.environment))
    error_message = "environment takes letters, digits, _ and -."
  }
}

variable "state_bucket_arn" {
  description = "Bucket of Terraform's state."
  type        = string
}

variable "github_provider_arn" {
  description = "The account's provider for GitHub's tokens if there is one already; null makes it. An account can have one only."
  type        = string
  default     = null
}

variable "keep_images" {
  description = "Deployed images that are kept to roll back to."
  type        = number
  default     = 30

  validation {
    condition     = var.keep_images >= 3 && var.keep_images <= 1000
    error_message = "keep_images is 3 to 1000."
  }
}
