variable "name" {
  description = "First part of every name; the same as in the profile."
  type        = string
  default     = "liaptui"
}

variable "region" {
  description = "Region of state and images; the same as the profile's."
  type        = string
  default     = "us-east-1"
}

variable "repository" {
  description = "Repository on GitHub, such as example/liap-tui."
  type        = string
}

variable "github_provider_arn" {
  description = "If the account has GitHub's provider already: aws iam list-open-id-connect-providers."
  type        = string
  default     = null
}
