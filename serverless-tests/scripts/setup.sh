# shellcheck shell=bash
# Sourced by ../liap: brings what the tests use beside JDK and Maven, where that can be done without asking.

is_debian_root() { [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; }

has_any() { # PROGRAM ...
    local program
    for program in "$@"; do
        if command -v "$program" >/dev/null; then return 0; fi
    done
    return 1
}

has_node() { has_any node && has_any npm && [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ]; }

# Debian 12 has one that is too old
offers_node() { LC_ALL=C apt-cache policy nodejs 2>/dev/null | grep -Eq '^ *Candidate: *([0-9]+:)?(2[0-9]|[3-9][0-9])\.'; }

# What cannot be brought is no failure: its tests are skipped, and the last line says so
bring_tools() {
    local missing= package
    # The journeys in a real browser
    has_any chromium chromium-browser google-chrome google-chrome-stable || missing="$missing chromium"
    # The scripts of a deploy
    has_any jq || missing="$missing jq"
    # The checks of Terraform
    has_node || missing="$missing nodejs npm"
    if [ -z "$missing" ] || ! is_debian_root; then
        return 0
    fi
    mkdir -p "$state"
    say "Looking with apt-get for$missing ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >"$state/apt.log" 2>&1 || true
    for package in $missing; do
        case $package in
            nodejs | npm) offers_node || continue ;;
        esac
        say "Installing $package ..."
        apt-get install -y -qq --no-install-recommends "$package" >>"$state/apt.log" 2>&1 ||
            say "apt-get could not install $package: .liap/apt.log"
    done
}
