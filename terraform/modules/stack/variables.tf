variable "name" {
  description = "First part of every name, such as liaptui-prod."
  type        = string
}

variable "domain_name" {
  description = "Host under which the game is played, such as play.example.com."
  type        = string
}

variable "hosted_zone_id" {
  description = "Route 53 zone of that host."
  type        = string
}

variable "image" {
  description = "Image of the nodes in ECR, by digest."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[^@:]+@sha256:[0-9a-f]{64}$", var.image))
    error_message = "image is an image of ECR by digest: ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME@sha256:... docker push prints the digest."
  }
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
}

variable "email" {
  description = "Who gets alarms and is told of costs."
  type        = string
}

variable "monthly_usd" {
  description = "What a month may cost before that address is told."
  type        = number
}

variable "cache_password" {
  description = "Password of the nodes' user of the cache: openssl rand -hex 32. Given by TF_VAR_cache_password; it is stored nowhere but in the secret."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "cache_password_version" {
  description = "Raise by one with a new password."
  type        = number
  default     = 1
}

variable "zone_letters" {
  description = "Zones of the region, such as [\"a\", \"b\"]."
  type        = list(string)
  default     = ["a", "b"]

  validation {
    condition     = alltrue([for letter in var.zone_letters : can(regex("^[a-z]$", letter))])
    error_message = "zone_letters are single letters such as a; the region comes before them."
  }
}

variable "cidr" {
  description = "Addresses of the VPC."
  type        = string
  default     = "10.40.0.0/16"
}

variable "egress" {
  description = "Way out of tasks: public_ip, nat_single, nat_per_zone or endpoints."
  type        = string
  default     = "public_ip"
}

variable "flow_log_days" {
  description = "Days of flow logs; 0 for none."
  type        = number
  default     = 14
}

variable "tasks" {
  description = "Nodes at least and at most."
  type        = object({ min = number, max = number })
}

variable "node" {
  description = "A node: CPU in 1/1024, memory in MiB, rooms it takes, sockets at which another one comes, more settings."
  type = object({
    cpu         = optional(number, 512)
    memory      = optional(number, 1024)
    rooms       = optional(number, 1000)
    sockets     = optional(number, 4000)
    environment = optional(map(string), {})
  })
  default = {}
}

variable "on_demand_base" {
  description = "Nodes that are never Spot."
  type        = number
  default     = 2
}

variable "spot_share" {
  description = "Of 100 nodes above the base, how many are Spot."
  type        = number
  default     = 0
}

variable "quiet_hours" {
  description = "Hours with fewer nodes; see ws-service."
  type = object({
    from     = string
    to       = string
    timezone = string
    tasks    = object({ min = number, max = number })
  })
  default = null
}

variable "blue_green" {
  description = "ECS' own blue/green in place of rolling deploys."
  type        = bool
  default     = false
}

variable "direct_sockets" {
  description = "Also a host sockets.DOMAIN for sockets past CloudFront and its firewall, open to everybody. Not with blue_green."
  type        = bool
  default     = false
}

variable "cache" {
  description = "The cache: size, copies, days of snapshots, the snapshot it is made from, and whether a move waits until a copy has it."
  type = object({
    node_type     = optional(string, "cache.t4g.micro")
    nodes         = optional(number, 2)
    snapshot_days = optional(number, 1)
    snapshot      = optional(string)
    wait_for_copy = optional(bool, false)
  })
  default = {}

  validation {
    condition     = !var.cache.wait_for_copy || var.cache.nodes > 1
    error_message = "cache.wait_for_copy needs a copy: cache.nodes must be at least 2."
  }
}

variable "function" {
  description = "The function: snapstart or native, MiB, and environments at most."
  type = object({
    mode        = optional(string, "snapstart")
    memory      = optional(number, 1024)
    concurrency = optional(number, -1)
  })
  default = {}
}

variable "admin_token_sha256" {
  description = "SHA-256 of the operators' secret, or ann:SUM,bob:SUM; null switches /api/admin off."
  type        = string
  default     = null
}

variable "keep_games_days" {
  description = "Days for which finished games are kept; 0 for ever."
  type        = number
  default     = 365
}

variable "log_days" {
  description = "Days for which logs are kept."
  type        = number
  default     = 30
}

variable "access_log_days" {
  description = "Days for which the balancer's requests are kept; 0 for no such log."
  type        = number
  default     = 0
}

variable "container_insights" {
  description = "disabled, enabled or enhanced."
  type        = string
  default     = "disabled"
}

variable "price_class" {
  description = "Where CloudFront answers from."
  type        = string
  default     = "PriceClass_100"
}

variable "waf" {
  description = "The firewall; see edge."
  type = object({
    enabled       = optional(bool, true)
    rate          = optional(number, 6000)
    count_only    = optional(bool, true)
    managed_rules = optional(list(string), ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"])
    countries     = optional(list(string), [])
    log_days      = optional(number, 14)
  })
  default = {}
}

variable "protect" {
  description = "Refuses to destroy balancer and games, and keeps a last copy of the cache. Set false and apply before a destroy."
  type        = bool
  default     = true
}
