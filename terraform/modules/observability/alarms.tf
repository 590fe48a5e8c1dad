locals {
  balancer = { LoadBalancer = var.alb.arn_suffix }
  # Blue/green has two groups, one of them empty; which one changes with every deploy
  nodes   = [for group in var.alb.ws_groups : { LoadBalancer = var.alb.arn_suffix, TargetGroup = group }]
  rest    = { LoadBalancer = var.alb.arn_suffix, TargetGroup = var.alb.rest_group }
  service = { ClusterName = var.service.cluster, ServiceName = var.service.name }
  own     = { service = var.service.name }
  lambda  = { FunctionName = var.function.name }
  bursts  = startswith(var.cache.node_type, "cache.t")

  # Nothing at all is no node either; nothing of one group of two is that the nodes are in the other
  healthy = merge({ below = true, missing = "breaching" }, [
    { namespace = "AWS/ApplicationELB", metric = "HealthyHostCount", dimensions = local.nodes[0], statistic = "Minimum" },
    {
      metrics    = { for index, dimensions in local.nodes : "g${index}" => { namespace = "AWS/ApplicationELB", metric = "HealthyHostCount", dimensions = dimensions, statistic = "Minimum" } }
      expression = "FILL(g0, 0) + FILL(g1, 0)"
    },
  ][length(local.nodes) - 1])

  # What players notice
  player_alarms = {
    no-node          = merge(local.healthy, { threshold = 1, minutes = 1, says = "No node is healthy: nobody can play. See the service's events and the nodes' log." })
    too-few-nodes    = merge(local.healthy, { threshold = var.service.min_tasks, minutes = 10, says = "Fewer healthy nodes than there should be, for ten minutes: see the service's events." })
    balancer-5xx     = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", dimensions = local.balancer, statistic = "Sum", threshold = 10, minutes = 3, says = "The balancer itself answers with errors: no target, or one that does not answer." }
    rest-5xx         = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = local.rest, statistic = "Sum", threshold = 10, minutes = 3, says = "The function answers with errors; 503 means that the cache is away." }
    rest-slow        = { namespace = "AWS/ApplicationELB", metric = "TargetResponseTime", dimensions = local.rest, percentile = "p95", threshold = 1, minutes = 5, says = "One in twenty answers of the API takes longer than a second." }
    sockets-rejected = { namespace = "AWS/ApplicationELB", metric = "RejectedConnectionCount", dimensions = local.balancer, statistic = "Sum", threshold = 0, minutes = 1, says = "The balancer is full and turns players away." }
  }

  # What the nodes say themselves; every name is in docs/cloudwatch.md
  game_alarms = {
    recovery-time   = { metric = "liap_first_frame_seconds_max", statistic = "Maximum", threshold = 3, minutes = 1, says = "After the death of a node players waited longer than 3 s for their game." }
    games-broken    = { metric = "liap_load_failures_total", dimensions = { broken = "true" }, statistic = "Sum", threshold = 0, minutes = 1, says = "A game could not be loaded and was given up. Keep its keys and report it." }
    moves-at-risk   = { metric = "liap_unreplicated_total", statistic = "Sum", threshold = 10, minutes = 5, says = "Moves are stored in the primary alone: a fail-over now would lose them." }
    moves-restored  = { metric = "liap_restored_total", statistic = "Sum", threshold = 0, minutes = 1, says = "The cache had lost moves and a node wrote them again. After a fail-over that is right; else look at the cache." }
    audit-ghosts    = { metric = "liap_audit_found", dimensions = { kind = "ghost" }, statistic = "Maximum", threshold = 0, minutes = 3, says = "Rooms are listed that are not there, for three audits." }
    audit-twins     = { metric = "liap_audit_found", dimensions = { kind = "twin" }, statistic = "Maximum", threshold = 0, minutes = 3, says = "A room is run by a node that does not own it, for three audits." }
    audit-hidden    = { metric = "liap_audit_found", dimensions = { kind = "hidden" }, statistic = "Maximum", threshold = 0, minutes = 3, says = "Rooms are in no list, for three audits." }
    nearly-full     = { metric = "liap_sockets", statistic = "Sum", threshold = floor(var.service.max_sockets * 0.8), minutes = 3, says = "Four of five sockets that all nodes together may have are open: raise tasks.max." }
    store-slow      = { metric = "liap_append_seconds_max", statistic = "Average", threshold = 0.25, minutes = 5, says = "Games wait for the cache." }
    store-silent    = { metric = "liap_append_oldest_seconds", statistic = "Maximum", threshold = 5, minutes = 1, says = "Games stand: the cache has not answered a write for seconds. Is it away, or is a node cut off from it?" }
    archive-failing = { metric = "liap_archived_total", dimensions = { kept = "false" }, statistic = "Sum", threshold = 0, minutes = 10, says = "Finished games cannot be archived; they stay in the cache until they can." }
    must-not-leave  = { metric = "liap_deaf_total", dimensions = { leaves = "false" }, statistic = "Sum", threshold = 0, minutes = 1, says = "A node hears nothing over the cache and stays only because no other could take its place: pub/sub is broken for several." }
    relay-deaf      = { metric = "liap_subscription", statistic = "Minimum", below = true, threshold = 1, minutes = 3, says = "A node does not hear its own echo over the cache: frames between nodes are late." }
    no-figures      = { metric = "liap_rooms", statistic = "SampleCount", below = true, threshold = 1, minutes = 5, missing = "breaching", says = "No node has written figures for five minutes: all alarms on them are blind, and autoscaling is." }
  }

  usage_alarms = {
    nodes-cpu         = { namespace = "AWS/ECS", metric = "CPUUtilization", dimensions = local.service, statistic = "Average", threshold = 85, minutes = 10, says = "Nodes are busy although more should have come: is tasks.max reached?" }
    nodes-memory      = { namespace = "AWS/ECS", metric = "MemoryUtilization", dimensions = local.service, statistic = "Maximum", threshold = 90, minutes = 5, says = "A node is about to run out of memory." }
    function-errors   = { namespace = "AWS/Lambda", metric = "Errors", dimensions = local.lambda, statistic = "Sum", threshold = 0, minutes = 3, says = "The function fails outright." }
    function-throttle = { namespace = "AWS/Lambda", metric = "Throttles", dimensions = local.lambda, statistic = "Sum", threshold = 0, minutes = 1, says = "More requests than the function may take at once: raise its concurrency, or find out who asks." }
    function-slow     = { namespace = "AWS/Lambda", metric = "Duration", dimensions = local.lambda, percentile = "p99", threshold = var.function.timeout * 500, minutes = 5, says = "Answers take more than half of the time that the function has." }
  }

  cache_kinds = merge({
    memory      = { metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum", threshold = 70, minutes = 5, says = "Full, the cache refuses moves. Take a larger node_type." }
    evictions   = { metric = "Evictions", statistic = "Sum", threshold = 0, minutes = 1, says = "The cache forgets keys, which noeviction forbids: is the parameter group still ours?" }
    connections = { metric = "CurrConnections", statistic = "Maximum", threshold = 10000, minutes = 5, says = "Somebody opens connections without end." }
    logins      = { metric = "AuthenticationFailures", statistic = "Sum", threshold = 0, minutes = 5, says = "Somebody logs in with a wrong password, or a rotation was left half done." }
    cpu         = { metric = local.bursts ? "CPUUtilization" : "EngineCPUUtilization", statistic = "Average", threshold = 80, minutes = 5, says = "The cache is busy: games wait for it. Take a larger node_type." }
    },
    var.cache.replicas > 0 ? { lag = { metric = "ReplicationLag", statistic = "Maximum", threshold = 5, minutes = 3, says = "The copy is seconds behind; a fail-over now would lose moves." } } : {},
  )

  # By node: metrics of the whole do not exist
  cache_alarms = merge([for member in var.cache.members : { for kind, alarm in local.cache_kinds :
    "cache-${kind}-${substr(member, -3, -1)}" => merge(alarm, { namespace = "AWS/ElastiCache", dimensions = { CacheClusterId = member } })
  }]...)

  # A new node begins without credits, so few of them mean something only while they are being spent: a t4g earns what 10 % cost
  credit_alarms = { for member in local.bursts ? var.cache.members : [] : "cache-credits-${substr(member, -3, -1)}" => {
    metrics = { for id, metric in { credits = "CPUCreditBalance", cpu = "CPUUtilization" } : id => {
      namespace = "AWS/ElastiCache", metric = metric, dimensions = { CacheClusterId = member }, statistic = "Average"
    } }
    expression = "IF(credits < 20 AND cpu > 10, 1, 0)"
    threshold  = 0
    minutes    = 5
    says       = "Credits run out, then a t4g slows down to a tenth. Take an m7g."
  } }

  alarms = merge(
    local.player_alarms,
    { for name, alarm in local.game_alarms : name => merge(alarm, {
      namespace  = var.service.namespace
      dimensions = merge(local.own, try(alarm.dimensions, {}))
    }) },
    local.usage_alarms,
    local.cache_alarms,
    local.credit_alarms,
  )
}
