variable "name" {
  description = "First part of every name."
  type        = string
}

variable "zip" {
  description = "Path of function.zip: lambda-api/target/function.zip after a build."
  type        = string

  validation {
    condition     = fileexists(var.zip)
    error_message = "zip is not there. Build it first: ./mvnw or mvn package -pl lambda-api -am -DskipTests makes lambda-api/target/function.zip."
  }
}

variable "mode" {
  description = "snapstart: the JVM's zip, started from a snapshot; or native: a zip with a binary."
  type        = string
  default     = "snapstart"

  validation {
    condition     = contains(["snapstart", "native"], var.mode)
    error_message = "mode is snapstart or native."
  }
}

variable "architecture" {
  description = "arm64 or x86_64; a native zip must have been built for it."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "architecture is arm64 or x86_64."
  }
}

variable "memory" {
  description = "MiB; CPU grows with it, 1769 is one vCPU."
  type        = number
  default     = 1024

  validation {
    condition     = var.memory >= 256 && var.memory <= 10240
    error_message = "memory is 256 to 10240 MiB."
  }
}

variable "timeout" {
  description = "Seconds an answer may take; from listener-rules.json, so that the balancer waits longer."
  type        = number

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 60
    error_message = "timeout is 1 to 60 s."
  }
}

variable "concurrency" {
  description = "Environments at most at the same time, reserved from the account's; each holds a connection to the cache. -1 for as many as the account has: new accounts have 10, and nothing can be reserved of them."
  type        = number
  default     = -1

  validation {
    condition     = var.concurrency == -1 || (var.concurrency >= 1 && var.concurrency <= 1000)
    error_message = "concurrency is 1 to 1000, or -1 for no limit of its own. 0 would switch the function off."
  }
}

variable "vpc_id" {
  description = "Where the cache is."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, one for each zone."
  type        = list(string)
}

variable "s3_prefix_list_id" {
  description = "Addresses of S3, the only way out beside the cache."
  type        = string
}

variable "target_group_arn" {
  description = "The balancer's group for functions."
  type        = string
}

variable "cache" {
  description = "Where the cache is and as whom the function logs in there."
  type = object({
    host                 = string
    port                 = number
    security_group_id    = string
    replication_group_id = string
    user                 = string
    connect_arns         = list(string)
  })
}

variable "archive" {
  description = "Bucket of finished games."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "trusted_hops" {
  description = "Proxies of ours that add to X-Forwarded-For: 2 behind CloudFront and the balancer."
  type        = number
  default     = 2

  validation {
    condition     = contains([1, 2], var.trusted_hops)
    error_message = "trusted_hops is 1 or 2."
  }
}

variable "admin_token_sha256" {
  description = "SHA-256 of the secret that operators show to /api/admin, which anybody may see, or one for each operator: ann:SUM,bob:SUM. A name may come twice while a token is replaced. Null or nothing switches /api/admin off. printf %s SECRET | sha256sum"
  type        = string
  default     = null

  validation {
    condition     = var.admin_token_sha256 == null || can(regex("^(([A-Za-z0-9][A-Za-z0-9._-]{0,31}:)?[0-9a-f]{64}(,([A-Za-z0-9][A-Za-z0-9._-]{0,31}:)?[0-9a-f]{64})*)?$", var.admin_token_sha256))
    error_message = "admin_token_sha256 has 64 hexadecimal digits, or NAME: before them, and several between commas: printf %s SECRET | sha256sum. Never put the secret itself here."
  }
}

variable "environment" {
  description = "More settings of the function. No secrets."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.environment) : !can(regex("(?i)password|secret|token", key))])
    error_message = "environment is no place for secrets."
  }
}

variable "log_days" {
  description = "Days for which the function's log is kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_days)
    error_message = "log_days is 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365: CloudWatch keeps logs for these only."
  }
}
