# Reads the state and what data sources ask for, and no secret, no game and no log. A refresh would read the cache's password
# with its secret: tools/plan.sh makes none
resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.this["plan"].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "plan" {
  name = "not-what-people-said"
  role = aws_iam_role.this["plan"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid         = "OnlyTheState"
        Effect      = "Deny"
        Action      = ["s3:GetObject", "s3:GetObjectVersion"]
        NotResource = ["${var.state_bucket_arn}/*"]
      },
      {
        Sid      = "NoSecretsNoLogs"
        Effect   = "Deny"
        Action   = ["secretsmanager:GetSecretValue", "logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery", "lambda:GetFunction"]
        Resource = "*"
      },
    ]
  })
}

# Brings images, which run nowhere until somebody deploys them
resource "aws_iam_role_policy" "images" {
  name = "push"
  role = aws_iam_role.this["images"].id
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
        Sid    = "PushImages"
        Effect = "Allow"
        Action = [
          "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
        ]
        Resource = [aws_ecr_repository.this.arn]
      },
    ]
  })
}

# Rolls image, function and pages over what is there already; changes nothing else
resource "aws_iam_role_policy" "deploy" {
  name = "deploy"
  role = aws_iam_role.this["deploy"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "MarkDeployedImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchGetImage", "ecr:PutImage"]
        Resource = [aws_ecr_repository.this.arn]
      },
      {
        Sid      = "NewTaskDefinition"
        Effect   = "Allow"
        Action   = ["ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition"]
        Resource = "*" # the first knows no resources
      },
      {
        Sid       = "HandRolesToTasks"
        Effect    = "Allow"
        Action    = ["iam:PassRole"]
        Resource  = ["arn:aws:iam::${local.account}:role/${var.name}-execution", "arn:aws:iam::${local.account}:role/${var.name}-task"]
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      {
        Sid      = "RollService"
        Effect   = "Allow"
        Action   = ["ecs:DescribeServices", "ecs:UpdateService"]
        Resource = ["arn:aws:ecs:${local.region}:${local.account}:service/${var.name}/${var.name}"]
      },
      {
        Sid    = "NewFunction"
        Effect = "Allow"
        Action = [
          "lambda:GetAlias", "lambda:GetFunctionConfiguration", "lambda:InvokeFunction", "lambda:PublishVersion",
          "lambda:UpdateAlias", "lambda:UpdateFunctionCode",
        ]
        Resource = ["arn:aws:lambda:${local.region}:${local.account}:function:${var.name}-rest", "arn:aws:lambda:${local.region}:${local.account}:function:${var.name}-rest:*"]
      },
      {
        Sid      = "WritePages"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:GetObjectTagging", "s3:PutObject", "s3:PutObjectTagging"]
        Resource = ["arn:aws:s3:::${var.name}-site-*/v/*", "arn:aws:s3:::${var.name}-site-*/index.html"]
      },
      {
        Sid      = "ListPages"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = ["arn:aws:s3:::${var.name}-site-*"]
      },
      {
        Sid       = "ForgetOldPage"
        Effect    = "Allow"
        Action    = ["cloudfront:CreateInvalidation"]
        Resource  = ["arn:aws:cloudfront::${local.account}:distribution/*"] # which is there only later; its tag is known
        Condition = { StringEquals = { "aws:ResourceTag/project" = var.name } }
      },
      {
        Sid      = "WatchFigures"
        Effect   = "Allow"
        Action   = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricStatistics"]
        Resource = "*" # knows no resources
      },
    ]
  })
}

# Applies plans that a reviewer of the environment has let through. It can make nearly everything, hence the reviewer.
resource "aws_iam_role_policy_attachment" "apply" {
  role       = aws_iam_role.this["apply"].name
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

resource "aws_iam_role_policy" "apply" {
  name = "roles-of-this-stack"
  role = aws_iam_role.this["apply"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "OurRoles"
        Effect = "Allow"
        Action = [
          "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:GetRole",
          "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies",
          "iam:PassRole", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
        ]
        Resource = ["arn:aws:iam::${local.account}:role/${var.name}-*"]
      },
      {
        Sid      = "NotItself"
        Effect   = "Deny"
        Action   = ["iam:*"]
        Resource = ["arn:aws:iam::${local.account}:role/${var.name}-ci-*"]
      },
    ]
  })
}
