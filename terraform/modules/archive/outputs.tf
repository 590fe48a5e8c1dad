output "bucket" {
  description = "Bucket of finished games: rooms/ID/CREATED.ndjson.gz."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "The same, for rights."
  value       = aws_s3_bucket.this.arn
}
