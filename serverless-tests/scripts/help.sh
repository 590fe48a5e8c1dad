# shellcheck shell=bash
# Sourced by ../liap: says what there is, from help.txt.

# The whole list, or the entries of one command: those lines that name it, and the indented ones below each
show_help() { # [COMMAND]
    local entries
    if [ $# = 0 ]; then
        cat "$home/serverless-tests/scripts/help.txt"
        return
    fi
    entries=$(awk -v command="$1" '/^[^ ]/ || !NF { mine = $1 == "./liap" && $2 == command } mine' "$home/serverless-tests/scripts/help.txt")
    [ -n "$entries" ] || fail "liap has no command \"$1\"; ./liap help lists them."
    say "$entries"
}
