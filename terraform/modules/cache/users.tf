# Nodes read and write games. Nobody may empty, stop or reconfigure the cache.
resource "aws_elasticache_user" "node" {
  for_each = local.password_versions

  user_id              = "${var.name}-node-${each.key}"
  user_name            = "node-${each.key}"
  engine               = "valkey"
  access_string        = "on ~* &* +@all -@admin -@dangerous +info +role"
  passwords_wo         = var.password
  passwords_wo_version = each.value
}

# The function reads, by the name that its role proves. Scripts of its may do no more than it may itself. It writes one
# thing: commands of operators to nodes. Tests of nodes and function run with these very rights.
resource "aws_elasticache_user" "function" {
  user_id       = "${var.name}-function"
  user_name     = "${var.name}-function"
  engine        = "valkey"
  access_string = "on ~* &* -@all +@read +@connection +time +eval +evalsha +script|load +publish +hset +hdel +xadd +pexpire"

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user_group" "this" {
  user_group_id = var.name
  engine        = "valkey"
  user_ids      = concat([for user in aws_elasticache_user.node : user.user_id], [aws_elasticache_user.function.user_id])
}

resource "aws_secretsmanager_secret" "url" {
  name_prefix             = "${var.name}/cache-url-"
  description             = "Where the nodes' cache is and how they log in; ECS hands it to them"
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "url" {
  secret_id                = aws_secretsmanager_secret.url.id
  secret_string_wo         = "rediss://node-${local.slot}:${var.password}@${local.host}:${local.port}"
  secret_string_wo_version = var.password_version
}
