locals {
  durable = var.durability != "none"
  port    = 6379
  # Each user keeps the password of the last version that was its own
  slot = var.password_version % 2 == 1 ? "a" : "b"
  password_versions = {
    a = local.slot == "a" ? var.password_version : var.password_version - 1
    b = local.slot == "b" ? var.password_version : var.password_version - 1
  }
  host = local.durable ? aws_elasticache_replication_group.this.configuration_endpoint_address : aws_elasticache_replication_group.this.primary_endpoint_address
}

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_parameter_group" "this" {
  name        = "${var.name}-${local.durable ? "valkey9" : "valkey8"}"
  family      = local.durable ? "valkey9" : "valkey8"
  description = "Full means refused, never forgotten: a running game has no other copy"

  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }

  dynamic "parameter" {
    for_each = local.durable ? ["yes"] : []
    content {
      name  = "cluster-enabled"
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "Games of ${var.name}"
  engine               = "valkey"
  engine_version       = local.durable ? "9.0" : "8.1"
  node_type            = var.node_type
  port                 = local.port
  parameter_group_name = aws_elasticache_parameter_group.this.name
  subnet_group_name    = aws_elasticache_subnet_group.this.name
  security_group_ids   = [aws_security_group.this.id]
  user_group_ids       = [aws_elasticache_user_group.this.user_group_id]

  num_cache_clusters         = local.durable ? null : var.nodes
  num_node_groups            = local.durable ? 1 : null
  replicas_per_node_group    = local.durable ? var.nodes - 1 : null
  durability                 = local.durable ? var.durability : null
  automatic_failover_enabled = var.nodes > 1
  multi_az_enabled           = var.nodes > 1

  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  at_rest_encryption_enabled = true

  snapshot_name              = var.snapshot
  snapshot_retention_limit   = var.snapshot_days
  snapshot_window            = "05:00-06:00"
  maintenance_window         = var.maintenance_window
  final_snapshot_identifier  = var.final_snapshot ? "${var.name}-last" : null
  auto_minor_version_upgrade = true
  apply_immediately          = false

  lifecycle {
    # Read when the group is made; to name another one, or none, afterwards must not throw the games away
    ignore_changes = [snapshot_name]
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "The cache"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-cache" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = var.clients

  security_group_id            = aws_security_group.this.id
  description                  = "Valkey from the ${each.key}"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
}
