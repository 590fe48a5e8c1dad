mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name       = "liaptui"
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]
  clients    = { nodes = "sg-1" }
  password   = "0123456789abcdef0123456789abcdef"
}

run "two_copies_survive_a_zone" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.num_cache_clusters == 2
    error_message = "Two copies in two zones, and a fail-over by itself."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.at_rest_encryption_enabled
    error_message = "Encrypted on the way and at rest."
  }

  assert {
    condition     = one(aws_elasticache_parameter_group.this.parameter).value == "noeviction"
    error_message = "A full cache refuses and never forgets."
  }

  assert {
    condition     = output.member_ids == ["liaptui-001", "liaptui-002"]
    error_message = "Metrics call the nodes so."
  }
}

run "one_copy" {
  command = plan

  variables {
    nodes = 1
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.multi_az_enabled && !aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "AWS refuses a fail-over without a second node."
  }
}

run "durable" {
  command = plan

  variables {
    durability = "sync"
    node_type  = "cache.m7g.large"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.durability == "sync" && aws_elasticache_replication_group.this.num_node_groups == 1 && aws_elasticache_parameter_group.this.family == "valkey9"
    error_message = "A log needs cluster mode and Valkey 9."
  }

  assert {
    condition     = output.member_ids == ["liaptui-0001-001", "liaptui-0001-002"]
    error_message = "In cluster mode metrics call the nodes so."
  }
}

run "first_password" {
  assert {
    condition     = aws_elasticache_user.node["a"].passwords_wo_version == 1 && aws_elasticache_user.node["b"].passwords_wo_version == 0
    error_message = "The first password is a's."
  }

  assert {
    condition     = aws_elasticache_user.node["a"].passwords_wo == null && aws_secretsmanager_secret_version.url.secret_string_wo == null
    error_message = "No password is in the state."
  }
}

run "rotation_leaves_running_nodes_theirs" {
  variables {
    password         = "fedcba9876543210fedcba9876543210"
    password_version = 2
  }

  assert {
    condition     = aws_elasticache_user.node["a"].passwords_wo_version == 1 && aws_elasticache_user.node["b"].passwords_wo_version == 2 && aws_secretsmanager_secret_version.url.secret_string_wo_version == 2
    error_message = "The second password is b's, and a keeps the first."
  }
}

run "the_function_has_no_password" {
  command = plan

  assert {
    condition     = aws_elasticache_user.function.authentication_mode[0].type == "iam" && aws_elasticache_user.function.user_id == aws_elasticache_user.function.user_name
    error_message = "Its role is its proof, for which id and name must be the same."
  }

  assert {
    condition     = !strcontains(aws_elasticache_user.function.access_string, "+@all") && strcontains(aws_elasticache_user.node["a"].access_string, "-@dangerous")
    error_message = "Nobody may do everything."
  }
}
