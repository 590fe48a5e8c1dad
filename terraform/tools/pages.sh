#!/usr/bin/env bash
# Uploads the client: pages.sh BUCKET DISTRIBUTION URL. Assets first, then the page that names them; those of the page before
# stay for whoever has it open, and are marked to go later.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bucket=$1 distribution=$2 site=$3
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

hash=$(node "$here/site.mjs" "$here/../../web/src" "$out")
# The first time there is none
before=$(aws s3 cp "s3://$bucket/index.html" - 2>/dev/null | sed -n 's/.*"v\/\([0-9a-f]\{16\}\)\/.*/\1/p' | head -n 1 || true)
# Also those that are there already: going back to an earlier client takes its mark away
aws s3 cp "$out/v" "s3://$bucket/v" --recursive --cache-control "public, max-age=31536000, immutable" --only-show-errors
aws s3 cp "$out/index.html" "s3://$bucket/index.html" --cache-control "no-cache" --content-type "text/html; charset=utf-8" --only-show-errors
aws cloudfront create-invalidation --distribution-id "$distribution" --paths / /index.html >/dev/null

if [ -n "$before" ] && [ "$before" != "$hash" ]; then
    # The bucket counts days from when a file was written: a client that was live for a year would go the next day
    aws s3 cp "s3://$bucket/v/$before/" "s3://$bucket/v/$before/" --recursive --sse AES256 --only-show-errors
    aws s3api list-objects-v2 --bucket "$bucket" --prefix "v/$before/" --query 'Contents[].[Key]' --output text |
        while read -r key; do
            [ "$key" = None ] || aws s3api put-object-tagging --bucket "$bucket" --key "$key" --tagging 'TagSet=[{Key=old,Value=yes}]'
        done
fi
curl -fsS --max-time 10 "$site/" | grep -q "v/$hash/main.js" ||
    echo "The page at $site is still the earlier one; CloudFront takes up to some minutes."
echo "Client $hash is up."
