output "bucket" {
  description = "Bucket of finished games: rooms/ID/CREATED.ndjson.gz, and of what operators did: audit/DAY.ndjson."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "The same, for rights."
  value       = aws_s3_bucket.this.arn
}
