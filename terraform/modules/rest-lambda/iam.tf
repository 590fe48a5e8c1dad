resource "aws_iam_role" "this" {
  name = local.name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  name = "read-games"
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = ["${aws_cloudwatch_log_group.this.arn}:*"]
      },
      {
        Sid      = "LoginToCache"
        Effect   = "Allow"
        Action   = ["elasticache:Connect"]
        Resource = var.cache.connect_arns
      },
      {
        Sid      = "ReadGames"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["${var.archive.arn}/rooms/*", "${var.archive.arn}/audit/*"]
      },
      {
        Sid       = "ListGames"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [var.archive.arn]
        Condition = { StringLike = { "s3:prefix" = ["rooms/*", "audit/*"] } }
      },
      {
        Sid    = "ConnectToVpc"
        Effect = "Allow"
        Action = [
          "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
        ]
        Resource = "*" # Lambda checks these before the interface has a name
      },
      {
        # Those rights are Lambda's, not our code's
        Sid       = "NotByOurCode"
        Effect    = "Deny"
        Action    = ["ec2:*"]
        Resource  = "*"
        Condition = { ArnLike = { "lambda:SourceFunctionArn" = ["arn:aws:lambda:*:*:function:${local.name}"] } }
      },
    ]
  })
}

resource "aws_security_group" "this" {
  name        = local.name
  description = "The function"
  vpc_id      = var.vpc_id
  tags        = { Name = local.name }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "cache" {
  security_group_id            = aws_security_group.this.id
  description                  = "The cache"
  referenced_security_group_id = var.cache.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.cache.port
  to_port                      = var.cache.port
}

resource "aws_vpc_security_group_egress_rule" "s3" {
  security_group_id = aws_security_group.this.id
  description       = "The archive"
  prefix_list_id    = var.s3_prefix_list_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
