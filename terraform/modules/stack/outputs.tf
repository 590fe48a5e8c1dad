output "url" {
  description = "Where to play."
  value       = "https://${var.domain_name}"
}

output "sockets" {
  description = "Host for sockets past CloudFront, or null."
  value       = local.direct_host == null ? null : "wss://${local.direct_host}"
}

output "deploy" {
  description = "What a deploy needs to know."
  value = {
    cluster       = module.ws_service.cluster_name
    service       = module.ws_service.service_name
    task_family   = module.ws_service.task_family
    function      = module.rest_lambda.function_name
    alias         = module.rest_lambda.alias
    site_bucket   = module.web_site.bucket
    distribution  = module.web_site.distribution_id
    games_bucket  = module.archive.bucket
    log_group     = module.ws_service.log_group.name
    dashboard     = module.observability.dashboard
    alarm_topic   = module.observability.topic_arn
    cache_members = module.cache.member_ids
  }
}
