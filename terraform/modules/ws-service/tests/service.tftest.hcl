mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                    = "liaptui"
  vpc_id                  = "vpc-1"
  subnet_ids              = ["subnet-1", "subnet-2"]
  public_ip               = true
  alb_security_group_id   = "sg-alb"
  target_group            = { arn = "arn:aws:tg", port = 8080, deregistration_delay = 30, health_port = 9000 }
  image                   = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/liaptui@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  repository_arn          = "arn:aws:ecr:eu-west-1:123456789012:repository/liaptui"
  tasks                   = { min = 2, max = 10 }
  cache_url_secret        = { arn = "arn:aws:secret:version", id = "arn:aws:secret" }
  cache_security_group_id = "sg-cache"
  archive                 = { bucket = "games", arn = "arn:aws:s3:::games" }
}

run "usual" {
  assert {
    condition     = aws_ecs_service.this.deployment_minimum_healthy_percent == 100 && aws_ecs_service.this.deployment_maximum_percent == 200 && aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "Deploys bring first and take away after, and turn back by themselves."
  }

  assert {
    condition     = [for strategy in aws_ecs_service.this.capacity_provider_strategy : strategy.capacity_provider] == ["FARGATE"]
    error_message = "No Spot unless asked for."
  }

  assert {
    condition = alltrue([for container in jsondecode(aws_ecs_task_definition.this.container_definitions) :
      container.readonlyRootFilesystem && container.stopTimeout == 120 && container.ulimits[0].softLimit == 65535 && container.user == "1001"
    ])
    error_message = "A node cannot write its image, has time to leave, has a file for each socket, and is not root."
  }

  assert {
    condition     = [for secret in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets : secret.name] == ["QUARKUS_REDIS_HOSTS"] && !strcontains(aws_ecs_task_definition.this.container_definitions, "rediss://")
    error_message = "The URL with the password comes from the secret."
  }

  assert {
    condition     = toset([for policy in aws_appautoscaling_policy.usage : one(policy.target_tracking_scaling_policy_configuration).target_value]) == toset([70, 80]) && toset(keys(aws_appautoscaling_policy.load)) == toset(["liap_sockets", "liap_rooms"])
    error_message = "Scales on CPU 70, memory 80, sockets and rooms."
  }

  assert {
    condition     = !one(aws_appautoscaling_policy.usage["memory"].target_tracking_scaling_policy_configuration).disable_scale_in
    error_message = "A native node gives memory back."
  }
}

run "health_has_a_port_of_its_own" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.health.from_port == 9000 && aws_vpc_security_group_ingress_rule.health.to_port == 9000 && aws_vpc_security_group_ingress_rule.health.referenced_security_group_id == "sg-alb"
    error_message = "The balancer, and nobody else, asks nodes how they are."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.health.from_port == 9000 && aws_vpc_security_group_egress_rule.health.security_group_id == "sg-alb"
    error_message = "The balancer may connect there."
  }

  assert {
    condition     = one(aws_ecs_service.this.load_balancer).container_port == 8080 && strcontains(aws_ecs_task_definition.this.container_definitions, "{\"name\":\"QUARKUS_MANAGEMENT_PORT\",\"value\":\"9000\"}")
    error_message = "Players are sent to the other port, and the node is told both."
  }

  assert {
    condition     = [for mapping in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings : mapping.containerPort] == [8080, 9000]
    error_message = "Both ports are mapped."
  }
}

run "spot_above_the_base" {
  command = plan

  variables {
    spot_share = 75
  }

  assert {
    condition     = jsonencode({ for strategy in aws_ecs_service.this.capacity_provider_strategy : strategy.capacity_provider => [strategy.base, strategy.weight] }) == jsonencode({ FARGATE = [2, 25], FARGATE_SPOT = [null, 75] })
    error_message = "Two on demand, then three of four on Spot."
  }
}

run "jvm" {
  command = plan

  variables {
    image_mode = "jvm"
  }

  assert {
    condition     = one(aws_appautoscaling_policy.usage["memory"].target_tracking_scaling_policy_configuration).disable_scale_in && aws_ecs_service.this.health_check_grace_period_seconds == 180
    error_message = "A JVM starts slower and keeps its memory."
  }
}

run "quiet_hours" {
  command = plan

  variables {
    quiet_hours = {
      from     = "cron(0 2 * * ? *)"
      to       = "cron(0 8 * * ? *)"
      timezone = "Europe/Berlin"
      tasks    = { min = 1, max = 4 }
    }
  }

  assert {
    condition     = aws_appautoscaling_scheduled_action.quiet["begin"].timezone == "Europe/Berlin" && aws_appautoscaling_scheduled_action.quiet["begin"].scalable_target_action[0].min_capacity == "1" && aws_appautoscaling_scheduled_action.quiet["end"].scalable_target_action[0].min_capacity == "2"
    error_message = "Fewer at two in Berlin, and as many as before at eight."
  }

  assert {
    condition     = length(aws_appautoscaling_target.steady) == 0 && length(aws_appautoscaling_target.scheduled) == 1
    error_message = "The target is one that the schedule may change."
  }
}

run "blue_green" {
  command = plan

  variables {
    blue_green = { alternate_target_group_arn = "arn:aws:tg2", production_rule_arn = "arn:aws:rule" }
  }

  assert {
    condition     = aws_ecs_service.this.deployment_configuration[0].strategy == "BLUE_GREEN" && one(one(aws_ecs_service.this.load_balancer).advanced_configuration).alternate_target_group_arn == "arn:aws:tg2" && length(aws_iam_role.balancer) == 1
    error_message = "ECS moves the weights between two groups, with a role to do so."
  }
}

run "the_drain_fits_into_the_stop" {
  command = plan

  variables {
    drain_seconds = 60
    stop_timeout  = 75
  }

  assert {
    condition = { for setting in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment : setting.name => setting.value
      if contains(["QUARKUS_SHUTDOWN_DELAY", "LIAP_MOVES_DRAIN_WITHIN", "LIAP_LEAVE_SUCCESSOR"], setting.name)
    } == { QUARKUS_SHUTDOWN_DELAY = "60s", LIAP_MOVES_DRAIN_WITHIN = "50s", LIAP_LEAVE_SUCCESSOR = "15s" }
    error_message = "The settings of the node follow."
  }

  # The last sockets are closed over 5 s, and the row is taken out
  assert {
    condition = sum(concat([10], [for setting in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment :
      tonumber(trimsuffix(setting.value, "s")) if contains(["LIAP_MOVES_DRAIN_WITHIN", "LIAP_LEAVE_SUCCESSOR"], setting.name)
    ])) <= jsondecode(aws_ecs_task_definition.this.container_definitions)[0].stopTimeout
    error_message = "Rooms, the wait for other sockets, and 10 s for the rest are over before ECS kills the node."
  }
}
