#!/usr/bin/env bash
# Uploads the client: pages.sh BUCKET DISTRIBUTION URL. Assets first, then the page that names them; old ones stay for pages
# that are open, and are marked to go later.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bucket=$1 distribution=$2 site=$3
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

hash=$(node "$here/site.mjs" "$here/../../web/src" "$out")
# Also those that are there already: going back to an earlier client takes its mark away
aws s3 cp "$out/v" "s3://$bucket/v" --recursive --cache-control "public, max-age=31536000, immutable" --only-show-errors
aws s3 cp "$out/index.html" "s3://$bucket/index.html" --cache-control "no-cache" --content-type "text/html; charset=utf-8" --only-show-errors
aws cloudfront create-invalidation --distribution-id "$distribution" --paths / /index.html >/dev/null

aws s3api list-objects-v2 --bucket "$bucket" --prefix v/ --query 'Contents[].Key' --output text | tr '\t' '\n' |
    while read -r key; do
        case $key in
            "v/$hash/"* | None) ;;
            *) aws s3api put-object-tagging --bucket "$bucket" --key "$key" --tagging 'TagSet=[{Key=old,Value=yes}]' ;;
        esac
    done
curl -fsS --max-time 10 "$site/" | grep -q "v/$hash/main.js" ||
    echo "The page at $site is still the earlier one; CloudFront takes up to some minutes."
echo "Client $hash is up."
