locals {
  # Scheduled actions change min and max; a target that did not ignore them would be set back by every apply
  target = one(concat(aws_appautoscaling_target.steady, aws_appautoscaling_target.scheduled))
}

resource "aws_appautoscaling_target" "steady" {
  count = var.quiet_hours == null ? 1 : 0

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this.name}"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max
}

resource "aws_appautoscaling_target" "scheduled" {
  count = var.quiet_hours == null ? 0 : 1

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this.name}"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max

  lifecycle {
    ignore_changes = [min_capacity, max_capacity]
  }
}

resource "aws_appautoscaling_scheduled_action" "quiet" {
  for_each = var.quiet_hours == null ? {} : {
    begin = { schedule = var.quiet_hours.from, tasks = var.quiet_hours.tasks }
    end   = { schedule = var.quiet_hours.to, tasks = var.tasks }
  }

  name               = "quiet-hours-${each.key}"
  service_namespace  = local.target.service_namespace
  scalable_dimension = local.target.scalable_dimension
  resource_id        = local.target.resource_id
  schedule           = each.value.schedule
  timezone           = var.quiet_hours.timezone

  scalable_target_action {
    min_capacity = tostring(each.value.tasks.min)
    max_capacity = tostring(each.value.tasks.max)
  }
}

resource "aws_appautoscaling_policy" "usage" {
  for_each = {
    cpu    = { metric = "ECSServiceAverageCPUUtilization", target = 70, only_out = false }
    memory = { metric = "ECSServiceAverageMemoryUtilization", target = 80, only_out = var.image_mode == "jvm" }
  }

  name               = each.key
  policy_type        = "TargetTrackingScaling"
  service_namespace  = local.target.service_namespace
  scalable_dimension = local.target.scalable_dimension
  resource_id        = local.target.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.target
    scale_out_cooldown = 60
    scale_in_cooldown  = 300
    # A JVM's heap hardly ever shrinks: its memory would keep tasks for ever
    disable_scale_in = each.value.only_out

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
    }
  }
}

# Every node writes its own number once a minute, so the average is that of a task
resource "aws_appautoscaling_policy" "load" {
  for_each = {
    liap_sockets = var.sockets_per_task
    liap_rooms   = floor(var.rooms_per_task * 0.7)
  }

  name               = each.key
  policy_type        = "TargetTrackingScaling"
  service_namespace  = local.target.service_namespace
  scalable_dimension = local.target.scalable_dimension
  resource_id        = local.target.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    customized_metric_specification {
      namespace   = "LiapTui"
      metric_name = each.key
      statistic   = "Average"

      dimensions {
        name  = "service"
        value = var.name
      }
    }
  }
}
