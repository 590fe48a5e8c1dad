variable "name" {
  description = "First part of every name."
  type        = string
}

variable "vpc_id" {
  description = "Where tasks run."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the tasks, one for each zone."
  type        = list(string)
}

variable "public_ip" {
  description = "Whether tasks get a public address, their only way out in public subnets."
  type        = bool
}

variable "alb_security_group_id" {
  description = "The balancer's; nobody else may connect."
  type        = string
}

variable "target_group" {
  description = "The group of listener-rules.json that these tasks serve."
  type = object({
    arn                  = string
    port                 = number
    deregistration_delay = number
    health_port          = number
  })

  validation {
    condition     = var.target_group.health_port != var.target_group.port
    error_message = "health_check.port of listener-rules.json must not be the port of players: a node answers health and figures where no rule forwards to."
  }

  validation {
    condition     = var.target_group.deregistration_delay < 120
    error_message = "deregistration_delay must be below 120 s: a Spot task is gone two minutes after its notice."
  }
}

variable "blue_green" {
  description = "For ECS' own blue/green: the second group and the rule whose weights move; null for rolling deploys."
  type = object({
    alternate_target_group_arn = string
    production_rule_arn        = string
    bake_minutes               = optional(number, 10)
  })
  default = null
}

variable "image" {
  description = "The image by digest, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/liaptui@sha256:... Later deploys bring their own."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.:/_-]+@sha256:[0-9a-f]{64}$", var.image))
    error_message = "image names a digest (repository@sha256:64 hexadecimal digits), not a tag: a tag can be moved, and then nothing can be rolled back."
  }
}

variable "image_mode" {
  description = "native or jvm, as the image was built. Says how long a start takes and whether memory ever shrinks."
  type        = string
  default     = "native"

  validation {
    condition     = contains(["native", "jvm"], var.image_mode)
    error_message = "image_mode is native or jvm."
  }
}

variable "repository_arn" {
  description = "Repository of the image, the only one from which tasks may pull."
  type        = string
}

variable "architecture" {
  description = "ARM64 (a fifth cheaper) or X86_64, as the image was built."
  type        = string
  default     = "ARM64"

  validation {
    condition     = contains(["ARM64", "X86_64"], var.architecture)
    error_message = "architecture is ARM64 or X86_64."
  }
}

variable "cpu" {
  description = "Of a task, in 1/1024 of a vCPU."
  type        = number
  default     = 512

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096], var.cpu)
    error_message = "cpu is 256, 512, 1024, 2048 or 4096."
  }
}

variable "memory" {
  description = "Of a task, in MiB."
  type        = number
  default     = 1024

  validation {
    condition = contains(lookup({
      256  = [512, 1024, 2048]
      512  = range(1024, 4097, 1024)
      1024 = range(2048, 8193, 1024)
      2048 = range(4096, 16385, 1024)
      4096 = range(8192, 30721, 1024)
    }, var.cpu, []), var.memory)
    error_message = "Fargate does not offer this memory with this cpu: 256 takes 512 to 2048, 512 1024 to 4096, 1024 2048 to 8192, 2048 4096 to 16384, 4096 8192 to 30720, in steps of 1024."
  }
}

variable "cache_url_secret" {
  description = "Secret with the nodes' whole URL of the cache: arn to read it, id to be allowed to."
  type = object({
    arn = string
    id  = string
  })
}

variable "archive" {
  description = "Bucket for finished games."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "allowed_origins" {
  description = "Origins of pages that may open sockets beside the page's own host, such as https://play.example.com for a direct socket host."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.allowed_origins : can(regex("^https://[a-z0-9.-]+(:[0-9]+)?$", origin))])
    error_message = "allowed_origins are such as https://play.example.com, without a path."
  }
}

variable "trusted_hops" {
  description = "Proxies of ours that add to X-Forwarded-For: 2 behind CloudFront and the balancer, 1 behind the balancer alone."
  type        = number
  default     = 2

  validation {
    condition     = contains([1, 2], var.trusted_hops)
    error_message = "trusted_hops is 1 or 2."
  }
}

variable "environment" {
  description = "More settings of a node, such as { LIAP_TURN_LIMIT = \"PT90S\" }. No secrets: they can be read by whoever may look at tasks."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.environment) : !can(regex("(?i)password|secret|token", key))])
    error_message = "environment is no place for secrets; put them into Secrets Manager."
  }
}

variable "log_days" {
  description = "Days for which what nodes write is kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_days)
    error_message = "log_days is 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365: CloudWatch keeps logs for these only."
  }
}

variable "container_insights" {
  description = "disabled, enabled or enhanced: more metrics of tasks, which cost 0.30 USD each a month."
  type        = string
  default     = "disabled"

  validation {
    condition     = contains(["disabled", "enabled", "enhanced"], var.container_insights)
    error_message = "container_insights is disabled, enabled or enhanced."
  }
}

variable "rollback_alarms" {
  description = "Names of alarms that turn a deploy back."
  type        = list(string)
  default     = []
}

variable "cache_security_group_id" {
  description = "The cache's, the only private address that tasks connect to."
  type        = string
}

variable "cache_port" {
  description = "Port of the cache."
  type        = number
  default     = 6379
}
