# shellcheck shell=bash
# Sourced by ../liap: Node and the libraries that the checks and the bill of Terraform use.

# Libraries of the checks and of the bill; sets `without` to the reason if there can be none
node_tools() {
    local folder=$home/terraform/tests
    without=
    if ! command -v node >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ] || ! command -v npm >/dev/null; then
        without="Node 20 or newer, with npm, is not installed"
        return
    fi
    if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
        say "Fetching libraries for Terraform's checks ..."
        (cd "$folder" && npm ci --silent --no-progress) || fail "npm could not fetch the libraries of terraform/tests."
        touch "$folder/node_modules/.package-lock.json"
    fi
}
