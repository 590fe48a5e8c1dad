variable "name" {
  description = "Name of the budget."
  type        = string
}

variable "monthly_usd" {
  description = "What a month may cost."
  type        = number

  validation {
    condition     = var.monthly_usd >= 1
    error_message = "monthly_usd is at least 1."
  }
}

variable "email" {
  description = "Who is told at 80 % spent, at 100 % foreseen and at 100 % spent."
  type        = string

  validation {
    condition     = can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", var.email))
    error_message = "email is an address such as ops@example.com."
  }
}
