#!/usr/bin/env bash
# Rolls the nodes to an image: roll.sh NAME IMAGE@DIGEST URL
# Takes the newest task definition (with what Terraform last said), puts the image in, and waits. ECS turns back a deploy
# whose tasks do not come up; this turns back one that answers wrongly, or after which players do not come back.
set -euo pipefail
name=$1 image=$2 site=$3
case $image in
    *@sha256:????????????????????????????????????????????????????????????????) ;;
    *) echo "The image must be named by its digest (repository@sha256:...), not by a tag." >&2; exit 2 ;;
esac

# The registry forgets old builds, but not these
keep() {
    local repository=${image#*/} digest=${image#*@} manifest kind=application/vnd
    repository=${repository%@*}
    manifest=$(aws ecr batch-get-image --repository-name "$repository" --image-ids "imageDigest=$digest" \
        --accepted-media-types $kind.oci.image.index.v1+json $kind.oci.image.manifest.v1+json $kind.docker.distribution.manifest.v2+json \
        --query 'images[0].imageManifest' --output text) || return 1
    [ "$manifest" != None ] || return 1
    aws ecr put-image --repository-name "$repository" --image-manifest "$manifest" --image-digest "$digest" \
        --image-tag "deployed-$(date -u +%Y%m%d-%H%M%S)" >/dev/null
}

sockets() { # Players now, over all nodes: the best of the last minutes, because of the newest not all nodes have written yet
    aws cloudwatch get-metric-statistics --namespace LiapTui --metric-name liap_sockets --dimensions "Name=service,Value=$name" \
        --start-time "$(date -u -d '-2 minutes' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 60 --statistics Sum \
        --query 'max(Datapoints[].Sum)' --output text
}

alive() {
    curl -fsS --max-time 10 "$site/api/health" >/dev/null &&
        [ "$(curl -s --max-time 10 -o /dev/null -w '%{http_code}' --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' \
            -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: bGlhcHR1aS1zbW9rZS10ZXN0IQ==' -H "Origin: $site" "$site/ws/lobby" || true)" = 101 ]
}

keep || { echo "The image $image is not in the registry, or cannot be marked as deployed." >&2; exit 1; }
old=$(aws ecs describe-services --cluster "$name" --services "$name" --query 'services[0].taskDefinition' --output text)
definition=$(mktemp)
aws ecs describe-task-definition --task-definition "$name" --query taskDefinition --output json |
    jq --arg image "$image" --arg build "$(printf '%s' "${image##*:}" | cut -c1-12)" '
        .containerDefinitions[0].image = $image
        | .containerDefinitions[0].environment |= map(if .name == "LIAP_BUILD" then .value = $build else . end)
        | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt, .registeredBy, .deregisteredAt,
            .deleteRequestedAt)' >"$definition"
new=$(aws ecs register-task-definition --cli-input-json "file://$definition" --query taskDefinition.taskDefinitionArn --output text)
before=$(sockets)
echo "From $old to $new; $before sockets are open."

stable() { # Each wait is of ten minutes; blue/green bakes for as long before it ends
    local try
    for try in 1 2 3; do
        if aws ecs wait services-stable --cluster "$name" --services "$name"; then return 0; fi
    done
    return 1
}

back() {
    echo "Going back to $old: $1" >&2
    aws ecs update-service --cluster "$name" --service "$name" --task-definition "$old" >/dev/null
    stable || echo "Still going back after half an hour: see the service's events." >&2
    exit 1
}

aws ecs update-service --cluster "$name" --service "$name" --task-definition "$new" >/dev/null
stable || back "the service did not become stable"
now=$(aws ecs describe-services --cluster "$name" --services "$name" --query 'services[0].taskDefinition' --output text)
[ "$now" = "$new" ] || { echo "ECS turned the deploy back by itself; see the service's events." >&2; exit 1; }

for try in 1 2 3 4 5 6; do
    if alive; then break; fi
    [ "$try" = 6 ] && back "no health or no socket at $site"
    sleep 10
done

# Everybody whose node went is back within half a minute; a figure is a minute old
if [ "$before" != None ] && [ "${before%.*}" -ge 20 ]; then
    sleep 150
    after=$(sockets)
    [ "$after" != None ] || back "the nodes write no figures"
    [ "${after%.*}" -ge $((${before%.*} * 7 / 10)) ] || back "only ${after%.*} of ${before%.*} sockets are back"
    echo "$after sockets are open."
fi
hurt=$(aws cloudwatch describe-alarms --alarm-names "$name-players-are-hurt" --alarm-types CompositeAlarm --query 'CompositeAlarms[0].StateValue' --output text)
[ "$hurt" != ALARM ] || back "the alarm $name-players-are-hurt went off"
echo "Done."
