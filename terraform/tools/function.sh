#!/usr/bin/env bash
# Publishes a version of the function and moves the alias: function.sh NAME ZIP URL. Goes back if the API does not answer.
set -euo pipefail
function=$1-rest zip=$2 site=$3

old=$(aws lambda get-alias --function-name "$function" --name live --query FunctionVersion --output text)
aws lambda update-function-code --function-name "$function" --zip-file "fileb://$zip" >/dev/null
aws lambda wait function-updated --function-name "$function"
new=$(aws lambda publish-version --function-name "$function" --query Version --output text)
# With SnapStart a version is there when its snapshot is
aws lambda wait published-version-active --function-name "$function" --qualifier "$new"
aws lambda update-alias --function-name "$function" --name live --function-version "$new" >/dev/null
for try in 1 2 3 4 5 6; do
    if curl -fsS --max-time 10 "$site/api/health" >/dev/null; then
        echo "Version $new answers; version $old did before."
        exit 0
    fi
    sleep 5
done
echo "Version $new does not answer at $site/api/health: going back to $old." >&2
aws lambda update-alias --function-name "$function" --name live --function-version "$old" >/dev/null
exit 1
