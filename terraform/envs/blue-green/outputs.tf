output "url" {
  description = "Where to play."
  value       = module.stack.url
}

output "sockets" {
  description = "Host for sockets past CloudFront, or null."
  value       = module.stack.sockets
}

output "deploy" {
  description = "What the workflow deploy needs to know."
  value       = module.stack.deploy
}
