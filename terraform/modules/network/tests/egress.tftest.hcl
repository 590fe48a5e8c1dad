mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name   = "liaptui"
  zones  = ["eu-west-1a", "eu-west-1b"]
  egress = "public_ip"
}

run "public_ip" {
  command = plan

  assert {
    condition     = output.task_public_ip && length(aws_nat_gateway.this) == 0 && length(aws_vpc_endpoint.interface) == 0
    error_message = "With public addresses neither NAT nor endpoints are paid."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch != true])
    error_message = "Only who asks for a public address gets one."
  }
}

run "nat_single" {
  command = plan

  variables {
    egress = "nat_single"
  }

  assert {
    condition     = !output.task_public_ip && length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 2
    error_message = "One NAT, and both zones go out through it."
  }
}

run "nat_per_zone" {
  command = plan

  variables {
    egress = "nat_per_zone"
    zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_eip.nat) == 3 && length(aws_route.nat) == 3
    error_message = "Each of three zones has its own NAT."
  }
}

run "endpoints" {
  command = plan

  variables {
    egress = "endpoints"
  }

  assert {
    condition     = toset(keys(aws_vpc_endpoint.interface)) == toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"]) && length(aws_nat_gateway.this) == 0
    error_message = "Tasks need the registry, logs and secrets, and nothing else."
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "Without private names tasks would look for the public address."
  }
}

run "adding_a_zone_moves_no_subnet" {
  command = plan

  variables {
    zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  }

  assert {
    condition = {
      for zone, subnet in aws_subnet.public : zone => subnet.cidr_block } == {
      eu-west-1a = "10.40.0.0/20"
      eu-west-1b = "10.40.16.0/20"
      eu-west-1c = "10.40.32.0/20"
    }
    error_message = "The first zones keep their addresses."
  }
}

run "without_flow_logs" {
  command = plan

  variables {
    flow_log_days = 0
  }

  assert {
    condition     = length(aws_flow_log.this) == 0 && length(aws_cloudwatch_log_group.flow) == 0
    error_message = "Nothing of flow logs is made."
  }
}
