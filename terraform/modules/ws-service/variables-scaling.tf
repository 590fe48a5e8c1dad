# How many nodes, and how they come and go

variable "tasks" {
  description = "Tasks at least and at most. Two at least survive the loss of one."
  type = object({
    min = number
    max = number
  })

  validation {
    condition     = var.tasks.min >= 1 && var.tasks.max >= var.tasks.min && var.tasks.max <= 100
    error_message = "tasks.min is 1 or more, and tasks.max at least as many and at most 100."
  }
}

variable "on_demand_base" {
  description = "Tasks that are never Spot."
  type        = number
  default     = 2

  validation {
    condition     = var.on_demand_base >= 1 && var.on_demand_base <= 100
    error_message = "on_demand_base is at least 1: all on Spot, one wave of reclaims takes every node at once."
  }
}

variable "spot_share" {
  description = "Of the tasks above the base, how many of 100 are Spot."
  type        = number
  default     = 0

  validation {
    condition     = var.spot_share >= 0 && var.spot_share <= 100 && floor(var.spot_share) == var.spot_share
    error_message = "spot_share is 0 to 100."
  }
}

variable "deployment_percent" {
  description = "Of the tasks, how many stay at least and come at most during a deploy."
  type = object({
    minimum = optional(number, 100)
    maximum = optional(number, 200)
  })
  default = {}

  validation {
    condition = (
      ceil(var.tasks.min * var.deployment_percent.minimum / 100) < var.tasks.min ||
      floor(var.tasks.min * var.deployment_percent.maximum / 100) > var.tasks.min
    )
    error_message = "With these percentages a deploy of tasks.min tasks could never begin: ECS rounds the minimum up and the maximum down, so that none may stop and none may start. Use 100 and 200."
  }
}

variable "stop_timeout" {
  description = "Seconds from SIGTERM to SIGKILL; Fargate takes at most 120."
  type        = number
  default     = 120

  validation {
    condition     = var.stop_timeout >= 30 && var.stop_timeout <= 120
    error_message = "stop_timeout is 30 to 120 s; Fargate allows no more."
  }

  validation {
    condition     = var.stop_timeout >= var.drain_seconds + 10
    error_message = "stop_timeout must be at least 10 s above drain_seconds: else a node is killed while it gives its rooms away."
  }
}

variable "drain_seconds" {
  description = "How long a node that stops may take to give rooms and sockets away (quarkus.shutdown.delay)."
  type        = number
  default     = 95

  validation {
    condition     = var.drain_seconds >= 10
    error_message = "drain_seconds is at least 10 s."
  }
}

variable "rooms_per_task" {
  description = "Rooms that a node takes at most while others have room (LIAP_CAPACITY); more tasks come at 70 %."
  type        = number
  default     = 2000

  validation {
    condition     = var.rooms_per_task >= 10
    error_message = "rooms_per_task is at least 10."
  }
}

variable "sockets_per_task" {
  description = "Open sockets on the average task at which another one comes."
  type        = number
  default     = 4000

  validation {
    condition     = var.sockets_per_task >= 100 && var.sockets_per_task <= 60000
    error_message = "sockets_per_task is 100 to 60000: each is a file, and a task has 65535."
  }
}

variable "sockets_per_address" {
  description = "Sockets that one address may have open at a task; more get 429. Schools and phone networks share an address. 0 for no limit."
  type        = number
  default     = 1000

  validation {
    condition     = var.sockets_per_address == 0 || (var.sockets_per_address >= 100 && floor(var.sockets_per_address) == var.sockets_per_address)
    error_message = "sockets_per_address is a whole number from 100 on, or 0 for no limit: fewer would lock schools out, which come from one address."
  }
}

variable "quiet_hours" {
  description = "Hours with fewer tasks, or null: cron of their begin and end, time zone, and the tasks in between."
  type = object({
    from     = string
    to       = string
    timezone = string
    tasks    = object({ min = number, max = number })
  })
  default = null

  validation {
    condition     = var.quiet_hours == null || can(regex("^[A-Za-z]+(/[A-Za-z_+-]+)*$", var.quiet_hours.timezone))
    error_message = "quiet_hours.timezone is a name such as Europe/Berlin; without one AWS means UTC."
  }

  validation {
    condition     = var.quiet_hours == null || alltrue([for cron in [try(var.quiet_hours.from, ""), try(var.quiet_hours.to, "")] : can(regex("^cron\\(\\S+ \\S+ \\S+ \\S+ \\S+ \\S+\\)$", cron))])
    error_message = "quiet_hours.from and .to have six fields, such as cron(0 2 * * ? *)."
  }

  validation {
    condition     = var.quiet_hours == null || try(var.quiet_hours.tasks.min >= 1 && var.quiet_hours.tasks.max >= var.quiet_hours.tasks.min, false)
    error_message = "quiet_hours.tasks.min is at least 1 (a game needs a node), and .max no less."
  }
}
