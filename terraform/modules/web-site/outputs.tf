output "bucket" {
  description = "Where the client's files go."
  value       = aws_s3_bucket.this.id
}

output "bucket_arn" {
  description = "The same, for rights."
  value       = aws_s3_bucket.this.arn
}

output "distribution_id" {
  description = "The distribution, to forget the page after a deploy."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "The same, for rights."
  value       = aws_cloudfront_distribution.this.arn
}
