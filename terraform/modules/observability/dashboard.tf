locals {
  ns     = var.service.namespace
  widget = { period = 60, region = data.aws_region.this.region, view = "timeSeries" }
  flat   = { for kind, dimensions in { rest = local.rest, balancer = local.balancer, service = local.service, lambda = local.lambda } : kind => flatten([for key, value in dimensions : [key, value]]) }
  mine   = ["service", var.service.name]

  plots = [
    { title = "Players and rooms", stat = "Sum", metrics = [for name in ["liap_sockets", "liap_players", "liap_rooms", "liap_games", "liap_bots"] : concat([local.ns, name], local.mine)] },
    { title = "Rooms taken over and handed over", stat = "Sum", metrics = [for name in ["liap_take_seconds_count", "liap_handover_seconds_count", "liap_fenced_total", "liap_restored_total", "liap_gaps_total"] : concat([local.ns, name], local.mine)] },
    { title = "Longest waits, s", stat = "Maximum", metrics = [for name in ["liap_append_seconds_max", "liap_append_oldest_seconds", "liap_take_seconds_max", "liap_first_frame_seconds_max", "liap_handover_seconds_max"] : concat([local.ns, name], local.mine)] },
    { title = "Audit of the lists", stat = "Maximum", metrics = [for kind in ["ghost", "twin", "hidden"] : concat([local.ns, "liap_audit_found", "kind", kind], local.mine)] },
    { title = "Inputs that waited, longest queue", stat = "Maximum", metrics = [concat([local.ns, "liap_mailbox_inputs_max"], local.mine)] },
    { title = "Finished games archived, and tries that failed", stat = "Sum", metrics = [for kept in ["true", "false"] : concat([local.ns, "liap_archived_total", "kept", kept], local.mine)] },
    { title = "Nodes: CPU and memory, %", stat = "Average", metrics = [for name in ["CPUUtilization", "MemoryUtilization"] : concat(["AWS/ECS", name], local.flat.service)] },
    { title = "Healthy nodes", stat = "Minimum", metrics = [for pair in setproduct(["HealthyHostCount", "UnHealthyHostCount"], local.nodes) : concat(["AWS/ApplicationELB", pair[0]], flatten([for key, value in pair[1] : [key, value]]))] },
    { title = "API: requests and errors", stat = "Sum", metrics = [concat(["AWS/ApplicationELB", "RequestCount"], local.flat.rest), concat(["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"], local.flat.rest), concat(["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count"], local.flat.balancer)] },
    { title = "API: p95 in s", stat = "p95", metrics = [concat(["AWS/ApplicationELB", "TargetResponseTime"], local.flat.rest)] },
    { title = "Function", stat = "Sum", metrics = [for name in ["Invocations", "Errors", "Throttles"] : concat(["AWS/Lambda", name], local.flat.lambda)] },
    { title = "Cache: memory, %", stat = "Maximum", metrics = [for member in var.cache.members : ["AWS/ElastiCache", "DatabaseMemoryUsagePercentage", "CacheClusterId", member]] },
    { title = "Cache: CPU, %", stat = "Average", metrics = [for member in var.cache.members : ["AWS/ElastiCache", "EngineCPUUtilization", "CacheClusterId", member]] },
    { title = "Cache: how far the copies are behind, s", stat = "Maximum", metrics = [for member in var.cache.members : ["AWS/ElastiCache", "ReplicationLag", "CacheClusterId", member]] },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type       = "alarm", x = 0, y = 0, width = 24, height = 3
        properties = { title = "Alarms", alarms = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn] }
      }],
      [for index, plot in local.plots : {
        type       = "metric", x = index % 3 * 8, y = 3 + floor(index / 3) * 6, width = 8, height = 6
        properties = merge(local.widget, plot)
      }],
    )
  })
}
