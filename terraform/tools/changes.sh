#!/usr/bin/env bash
# What a plan would change, a line each such as "update module.stack.module.alb.aws_lb.this": changes.sh PLAN
set -euo pipefail
terraform show -json "$1" | jq -r '.resource_changes // [] | map(select(.change.actions - ["no-op", "read"] != [])
    | (.change.actions | join("+")) + " " + .address) | sort[]'
