variable "name" {
  description = "First part of every name."
  type        = string
}

variable "email" {
  description = "Who gets alarms; AWS asks that address to confirm. Null for nobody."
  type        = string
  default     = null

  validation {
    condition     = var.email == null || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", var.email))
    error_message = "email is an address such as ops@example.com, or null."
  }
}

variable "alb" {
  description = "How metrics call the balancer and its groups; with blue/green the nodes are in one of two."
  type = object({
    arn_suffix = string
    ws_groups  = list(string)
    rest_group = string
  })

  validation {
    condition     = contains([1, 2], length(var.alb.ws_groups))
    error_message = "alb.ws_groups names one group, or two with blue/green."
  }
}

variable "service" {
  description = "How metrics call the nodes, how many there are at the quietest time at least, and how many sockets all of them may hold."
  type = object({
    cluster     = string
    name        = string
    namespace   = string
    min_tasks   = number
    max_sockets = number
  })
}

variable "function" {
  description = "The function, and how many seconds and environments it may take."
  type = object({
    name        = string
    timeout     = number
    concurrency = number
  })
}

variable "cache" {
  description = "The cache's nodes by name, and their size."
  type = object({
    members   = list(string)
    node_type = string
    replicas  = number
  })
}
