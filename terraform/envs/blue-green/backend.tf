# Bucket and region come with init, so that nothing here is edited: see ../../README.md
terraform {
  backend "s3" {
    key          = "blue-green.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
