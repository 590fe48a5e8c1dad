data "aws_caller_identity" "this" {}

data "aws_region" "this" {}

locals {
  account  = data.aws_caller_identity.this.account_id
  region   = data.aws_region.this.region
  github   = "token.actions.githubusercontent.com"
  provider = var.github_provider_arn != null ? var.github_provider_arn : one(aws_iam_openid_connect_provider.github[*].arn)
  # Who a job is says its token; both must fit, or every repository of the world could come
  subjects = {
    plan   = ["repo:${var.repository}:pull_request", "repo:${var.repository}:ref:refs/heads/main"]
    images = ["repo:${var.repository}:ref:refs/heads/main"]
    deploy = ["repo:${var.repository}:environment:${var.environment}"]
    apply  = ["repo:${var.repository}:environment:${var.environment}"]
  }
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    # What matches one rule no later rule can expire, so a node can always fetch what was deployed
    rules = [
      {
        rulePriority = 1
        description  = "Deployed: what runs, and enough to roll back to"
        selection    = { tagStatus = "tagged", tagPatternList = ["deployed-*"], countType = "imageCountMoreThan", countNumber = var.keep_images }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Layers of builds that were never tagged"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 3
        description  = "Built: each change of main makes four"
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = 80 }
        action       = { type = "expire" }
      },
    ]
  })
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.github_provider_arn == null ? 1 : 0

  url            = "https://${local.github}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name                 = "${var.name}-ci-${each.key}"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider }
      Condition = { StringEquals = {
        "${local.github}:aud" = "sts.amazonaws.com"
        "${local.github}:sub" = each.value
      } }
    }]
  })
}
