locals {
  name   = "${var.name}-rest"
  native = var.mode == "native"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.log_days
}

resource "aws_lambda_function" "this" {
  function_name                  = local.name
  description                    = "Answers /api/* behind the load balancer"
  filename                       = var.zip
  source_code_hash               = filebase64sha256(var.zip)
  runtime                        = local.native ? "provided.al2023" : "java25"
  handler                        = local.native ? "not.used.in.provided.runtime" : "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"
  architectures                  = [var.architecture]
  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = var.concurrency
  role                           = aws_iam_role.this.arn
  # A snapshot is made of versions only, and an alias moves from one to the next at once
  publish = true

  dynamic "snap_start" {
    for_each = local.native ? [] : ["PublishedVersions"]
    content {
      apply_on = snap_start.value
    }
  }

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = [aws_security_group.this.id]
  }

  environment {
    variables = merge({
      QUARKUS_REDIS_HOSTS = "rediss://${var.cache.host}:${var.cache.port}"
      LIAP_REDIS_IAM_USER = var.cache.user
      LIAP_REDIS_IAM_NAME = var.cache.replication_group_id
      LIAP_ARCHIVE        = "s3://${var.archive.bucket}"
      LIAP_TRUSTED_HOPS   = tostring(var.trusted_hops)
      },
      # Nothing is what a workflow says that has no such variable
      try(length(var.admin_token_sha256) > 0, false) ? { LIAP_ADMIN_TOKEN_SHA256 = var.admin_token_sha256 } : {},
      # The manifest's own opening does not count for a handler on the class path
      local.native ? { DISABLE_SIGNAL_HANDLERS = "true" } : { JAVA_TOOL_OPTIONS = "--add-opens=java.base/java.lang=ALL-UNNAMED" },
    var.environment)
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What players get"
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}

resource "aws_lambda_permission" "balancer" {
  statement_id  = "balancer"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "elasticloadbalancing.amazonaws.com"
  source_arn    = var.target_group_arn
}

# Refused before the permission is there
resource "aws_lb_target_group_attachment" "this" {
  target_group_arn = var.target_group_arn
  target_id        = aws_lambda_alias.live.arn

  depends_on = [aws_lambda_permission.balancer]
}
