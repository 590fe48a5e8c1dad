#!/usr/bin/env bash
# Applies a profile as it was reviewed: apply.sh PROFILE STATE-BUCKET, with the reviewed changes in $REVIEWED. Compares with the
# account this time, and stops if that adds changes nobody has seen, unless $DRIFT says true.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
profile=$1 bucket=$2
cd "$here/../envs/$profile"

terraform init -backend-config="bucket=$bucket" -backend-config="region=$TF_VAR_region"
terraform plan -no-color -out=plan
unseen=$(comm -13 <(printf '%s\n' "$REVIEWED" | LC_ALL=C sort) <("$here/changes.sh" plan | LC_ALL=C sort))
if [ -n "$unseen" ] && [ "${DRIFT:-}" != true ]; then
    printf 'The account has changed since, or by hand. These changes were not reviewed:\n%s\n' "$unseen" >&2
    echo "Nothing was applied. If they are right, run the workflow again with drift." >&2
    exit 1
fi
terraform apply -no-color plan
terraform output -json deploy >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
