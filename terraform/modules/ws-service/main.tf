data "aws_region" "this" {}

locals {
  container = "ws-core"
  port      = var.target_group.port
  # Health and figures, for the balancer's checks and the container's own
  health_port = var.target_group.health_port
  # A binary is there in milliseconds; a JVM compiles first
  grace = var.image_mode == "native" ? 60 : 180
  environment = merge({
    AWS_REGION                = data.aws_region.this.region
    QUARKUS_HTTP_PORT         = tostring(local.port)
    QUARKUS_MANAGEMENT_PORT   = tostring(local.health_port)
    QUARKUS_SHUTDOWN_DELAY    = "${var.drain_seconds}s"
    LIAP_MOVES_DRAIN_WITHIN   = "${max(5, var.drain_seconds - 10)}s"
    LIAP_LEAVE_SUCCESSOR      = "${min(20, max(2, floor(var.drain_seconds / 4)))}s"
    LIAP_CAPACITY             = tostring(var.rooms_per_task)
    LIAP_SOCKETS_TRUSTED_HOPS = tostring(var.trusted_hops)
    LIAP_SOCKETS_PER_ADDRESS  = tostring(var.sockets_per_address)
    LIAP_ARCHIVE              = "s3://${var.archive.bucket}"
    LIAP_METRICS_EMF          = "on"
    LIAP_METRICS_SERVICE      = var.name
    LIAP_BUILD                = try(substr(split("@sha256:", var.image)[1], 0, 12), "unknown")
    LIAP_WARM_UP              = var.image_mode == "native" ? "0s" : "15s"
    },
    length(var.allowed_origins) > 0 ? { LIAP_ALLOWED_ORIGINS = join(",", var.allowed_origins) } : {},
  var.environment)
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ecs/${var.name}"
  retention_in_days = var.log_days
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = var.container_insights
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = tostring(var.cpu)
  memory                   = tostring(var.memory)
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  # Of the task, for /tmp: the image itself cannot be written
  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([{
    name                   = local.container
    image                  = var.image
    essential              = true
    readonlyRootFilesystem = true
    user                   = "1001"
    stopTimeout            = var.stop_timeout
    portMappings           = [for port in [local.port, local.health_port] : { containerPort = port, hostPort = port, protocol = "tcp" }]
    environment            = [for key in sort(keys(local.environment)) : { name = key, value = local.environment[key] }]
    secrets                = [{ name = "QUARKUS_REDIS_HOSTS", valueFrom = var.cache_url_secret.arn }]
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
    ulimits                = [{ name = "nofile", softLimit = 65535, hardLimit = 65535 }]
    linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
    # The binary asks itself: the image has no shell and no curl. A JVM would start once more for each question.
    healthCheck = var.image_mode == "native" ? {
      command     = ["CMD", "/work/application", "--health"]
      interval    = 10
      timeout     = 5
      retries     = 3
      startPeriod = local.grace
    } : null
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = data.aws_region.this.region
        awslogs-stream-prefix = "node"
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  }])
}

resource "aws_ecs_service" "this" {
  name                   = var.name
  cluster                = aws_ecs_cluster.this.id
  task_definition        = aws_ecs_task_definition.this.arn
  desired_count          = var.tasks.min
  enable_execute_command = false
  propagate_tags         = "SERVICE"

  deployment_minimum_healthy_percent = var.deployment_percent.minimum
  deployment_maximum_percent         = var.deployment_percent.maximum
  health_check_grace_period_seconds  = local.grace
  # Would stop tasks to even zones out; a deploy evens them out as well, and drains
  availability_zone_rebalancing = "DISABLED"
  wait_for_steady_state         = true

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "alarms" {
    for_each = length(var.rollback_alarms) > 0 ? [var.rollback_alarms] : []
    content {
      alarm_names = alarms.value
      enable      = true
      rollback    = true
    }
  }

  dynamic "deployment_configuration" {
    for_each = var.blue_green[*]
    content {
      strategy             = "BLUE_GREEN"
      bake_time_in_minutes = tostring(deployment_configuration.value.bake_minutes)
    }
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = var.on_demand_base
    weight            = 100 - var.spot_share
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.spot_share > 0 ? [var.spot_share] : []
    content {
      capacity_provider = "FARGATE_SPOT"
      weight            = capacity_provider_strategy.value
    }
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = var.public_ip
  }

  load_balancer {
    target_group_arn = var.target_group.arn
    container_name   = local.container
    container_port   = local.port

    dynamic "advanced_configuration" {
      for_each = var.blue_green[*]
      content {
        alternate_target_group_arn = advanced_configuration.value.alternate_target_group_arn
        production_listener_rule   = advanced_configuration.value.production_rule_arn
        role_arn                   = aws_iam_role.balancer[0].arn
      }
    }
  }

  lifecycle {
    # Autoscaling counts, and deploys bring images: neither waits for Terraform, and Terraform undoes neither
    ignore_changes = [desired_count, task_definition]
  }

  depends_on = [aws_ecs_cluster_capacity_providers.this, aws_iam_role_policy.execution, aws_iam_role_policy.task]
}
