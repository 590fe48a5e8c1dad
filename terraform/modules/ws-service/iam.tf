locals {
  tasks_may_assume = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

# What ECS does for a task: fetch the image, read the secret, write logs
resource "aws_iam_role" "execution" {
  name               = "${var.name}-execution"
  assume_role_policy = local.tasks_may_assume
}

resource "aws_iam_role_policy" "execution" {
  name = "start-tasks"
  role = aws_iam_role.execution.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "LoginToRegistry"
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken"]
        Resource = "*" # knows no resources
      },
      {
        Sid      = "PullOurImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = [var.repository_arn]
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.this.arn}:*"]
      },
      {
        Sid      = "ReadCacheUrl"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [var.cache_url_secret.id]
      },
    ]
  })
}

# What a node does itself: keep finished games
resource "aws_iam_role" "task" {
  name               = "${var.name}-task"
  assume_role_policy = local.tasks_may_assume
}

resource "aws_iam_role_policy" "task" {
  name = "keep-games"
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteGames"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = ["${var.archive.arn}/rooms/*", "${var.archive.arn}/audit/*"]
      },
      {
        Sid       = "ListGames"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [var.archive.arn]
        Condition = { StringLike = { "s3:prefix" = ["rooms/*", "audit/*"] } }
      },
    ]
  })
}

# Blue/green only: ECS changes rules and groups in our name
resource "aws_iam_role" "balancer" {
  count = var.blue_green == null ? 0 : 1

  name = "${var.name}-blue-green"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "balancer" {
  count = var.blue_green == null ? 0 : 1

  role       = aws_iam_role.balancer[0].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers"
}
