#!/usr/bin/env bash
# Publishes a version of the function, asks it before any player does, and moves the alias: function.sh NAME ZIP URL.
# Goes back if the API does not answer afterwards.
set -euo pipefail
function=$1-rest zip=$2 site=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

old=$(aws lambda get-alias --function-name "$function" --name live --query FunctionVersion --output text)
aws lambda update-function-code --function-name "$function" --zip-file "fileb://$zip" >/dev/null
aws lambda wait function-updated --function-name "$function"
new=$(aws lambda publish-version --function-name "$function" --query Version --output text)
# With SnapStart a version is there when its snapshot is
aws lambda wait published-version-active --function-name "$function" --qualifier "$new"

# As the balancer would ask
cat >"$scratch/event.json" <<'JSON'
{"requestContext": {"elb": {"targetGroupArn": "deploy"}}, "httpMethod": "GET", "path": "/api/health", "multiValueQueryStringParameters": {},
 "multiValueHeaders": {"host": ["deploy"], "accept": ["application/json"]}, "body": "", "isBase64Encoded": false}
JSON
aws lambda invoke --function-name "$function" --qualifier "$new" --payload "fileb://$scratch/event.json" "$scratch/answer.json" >/dev/null
if ! jq -e '.statusCode == 200' "$scratch/answer.json" >/dev/null 2>&1; then
    echo "Version $new answers wrongly, so players keep version $old:" >&2
    head -c 2000 "$scratch/answer.json" >&2
    exit 1
fi

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
