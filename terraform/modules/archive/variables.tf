variable "name" {
  description = "First part of the bucket's name; AWS adds what makes it unique."
  type        = string
}

variable "keep_days" {
  description = "Days for which finished games are kept; 0 for ever."
  type        = number
  default     = 365

  validation {
    condition     = var.keep_days == 0 || (var.keep_days >= 1 && floor(var.keep_days) == var.keep_days)
    error_message = "keep_days is a whole number of days, or 0 for ever."
  }
}

variable "undo_days" {
  description = "Days for which an overwritten or deleted game can be brought back. An erased name is gone only after them."
  type        = number
  default     = 7

  validation {
    condition     = var.undo_days >= 1 && floor(var.undo_days) == var.undo_days
    error_message = "undo_days is a whole number from 1 on."
  }
}

variable "destroy_with_games" {
  description = "Lets a destroy delete games. Without it a destroy stops at a bucket that is not empty."
  type        = bool
  default     = false
}
