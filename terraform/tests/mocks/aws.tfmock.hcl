# What AWS would answer, where a random word would not do

mock_data "aws_region" {
  defaults = {
    region = "eu-west-1"
  }
}

mock_data "aws_caller_identity" {
  defaults = {
    account_id = "123456789012"
  }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = {
    id = "pl-cloudfront"
  }
}

mock_data "aws_cloudfront_cache_policy" {
  defaults = {
    id = "managed-cache-policy"
  }
}

mock_data "aws_cloudfront_origin_request_policy" {
  defaults = {
    id = "managed-all-viewer"
  }
}

mock_resource "aws_acm_certificate" {
  defaults = {
    arn = "arn:aws:acm:eu-west-1:123456789012:certificate/mock"
    domain_validation_options = [
      { domain_name = "play.example.com", resource_record_name = "_p.play.example.com", resource_record_type = "CNAME", resource_record_value = "p.acm" },
      { domain_name = "origin.play.example.com", resource_record_name = "_o.play.example.com", resource_record_type = "CNAME", resource_record_value = "o.acm" },
      { domain_name = "sockets.play.example.com", resource_record_name = "_s.play.example.com", resource_record_type = "CNAME", resource_record_value = "s.acm" },
    ]
  }
}

mock_resource "aws_vpc_endpoint" {
  defaults = {
    prefix_list_id = "pl-s3"
  }
}
