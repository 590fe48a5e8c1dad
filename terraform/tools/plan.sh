#!/usr/bin/env bash
# Plans a profile for a reviewer: plan.sh PROFILE STATE-BUCKET. Compares with the state and not with the account: whoever only
# proposes may not read the cache's password, which a refresh would. In a workflow the plan goes into the job's summary,
# and the list of changes into its outputs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
profile=$1 bucket=$2
cd "$here/../envs/$profile"

terraform init -backend-config="bucket=$bucket" -backend-config="region=$TF_VAR_region"
terraform validate
terraform plan -no-color -lock=false -refresh=false -out=plan | tee plan.txt
changes=$("$here/changes.sh" plan)
{ printf '```\n'; tail -n 400 plan.txt; printf '```\n'; } >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
printf 'changes<<END-OF-CHANGES\n%s\nEND-OF-CHANGES\n' "$changes" >>"${GITHUB_OUTPUT:-/dev/null}"
