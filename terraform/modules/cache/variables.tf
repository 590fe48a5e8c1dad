variable "name" {
  description = "First part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "name takes 3 to 22 lower-case letters, digits and single hyphens."
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

variable "clients" {
  description = "Security groups that may connect, by what they are: { nodes = ..., function = ... }."
  type        = map(string)
}

variable "node_type" {
  description = "Size of each node, such as cache.t4g.micro (0.5 GiB). A game takes about 20 KB while it runs."
  type        = string
  default     = "cache.t4g.micro"

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", var.node_type))
    error_message = "node_type is a size of ElastiCache such as cache.t4g.micro."
  }
}

variable "nodes" {
  description = "Copies of the data, each in a zone of its own. One copy means that its loss ends every running game."
  type        = number
  default     = 2

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6 && floor(var.nodes) == var.nodes
    error_message = "nodes is 1 to 6."
  }
}

variable "durability" {
  description = "none, or Valkey's log over several zones: async (up to 10 s may be lost, and only with all copies) or sync (nothing, at some milliseconds for each move)."
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "async", "sync"], var.durability)
    error_message = "durability is none, async or sync."
  }

  validation {
    condition     = var.durability == "none" || can(regex("^cache\\.[cmr][6-8]g", var.node_type))
    error_message = "durability asks for a node_type of the families c, m or r from the 6th generation on, such as cache.m7g.large; t4g has no log."
  }

  validation {
    condition     = var.durability == "none" || var.nodes >= 2
    error_message = "durability asks for at least 2 nodes."
  }
}

variable "password" {
  description = "Password of the nodes' user, 32 to 128 letters and digits (openssl rand -hex 32). Ephemeral: it is in no state and no plan."
  type        = string
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = can(regex("^[A-Za-z0-9]{32,128}$", var.password))
    error_message = "password takes 32 to 128 letters and digits: openssl rand -hex 32."
  }
}

variable "password_version" {
  description = "Raise by one together with a new password; nothing else makes Terraform write it. Odd and even versions belong to two users, so that running nodes keep theirs until the next deploy."
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1 && floor(var.password_version) == var.password_version
    error_message = "password_version is a whole number from 1 on."
  }
}

variable "snapshot_days" {
  description = "Daily copies that are kept. They are no recovery of games, which are as old as the copy."
  type        = number
  default     = 1

  validation {
    condition     = var.snapshot_days >= 0 && var.snapshot_days <= 35
    error_message = "snapshot_days is 0 to 35."
  }
}

variable "snapshot" {
  description = "Name of a copy from which the group is made, or null for an empty one. Later changes of it change nothing."
  type        = string
  default     = null
}

variable "final_snapshot" {
  description = "Keeps a last copy when the cache is destroyed."
  type        = bool
  default     = true
}

variable "maintenance_window" {
  description = "Weekly hour of AWS' maintenance, in UTC."
  type        = string
  default     = "tue:08:00-tue:09:00"

  validation {
    condition     = can(regex("^(mon|tue|wed|thu|fri|sat|sun):[0-2][0-9]:[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):[0-2][0-9]:[0-5][0-9]$", var.maintenance_window))
    error_message = "maintenance_window is such as tue:08:00-tue:09:00, in UTC."
  }
}
