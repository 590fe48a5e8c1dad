# shellcheck shell=bash
# Sourced by ../liap: the tests and the checks of Terraform.

infrastructure() {
    local status=0
    say
    say "Terraform:"
    node_tools
    if [ -n "$without" ]; then
        say "        NOT checked: $without."
        return
    fi
    node "$home/terraform/tests/check.mjs" 2>&1 | tee "$state/terraform.log" || status=$?
    if [ "$status" = 3 ]; then
        without="terraform is not installed, so only the schema and what needs no plan were"
        return
    fi
    return "$status"
}

tests() {
    local goal=verify log=$state/test.log status=0
    case ${1:-} in
        '') ;;
        --fast) goal=test ;;
        *) fail "liap test has no option $1. It takes --fast." ;;
    esac
    find_maven
    mkdir -p "$state"
    (cd "$home" && "$mvn" -B -ntp "$goal") 2>&1 | tee "$log" || status=$?
    say
    say "Tests, module by module ($goal):"
    sed -n -e 's/^\[INFO\] Building \(Liap Tui[^[]*[^ [0-9]\).*$/  \1/p' -e 's/^\[[A-Z]*\] \(Tests run: [^T]*\)$/    \1/p' "$log"
    without=
    if [ "$goal" = verify ]; then
        infrastructure || status=1
        say
    fi
    if [ "$status" != 0 ]; then
        say "NOT green. All of the output: .liap/test.log, .liap/terraform.log"
    elif [ -n "$without" ]; then
        say "Green, but Terraform was NOT checked as a whole: $without."
    else
        say "All green."
    fi
    return "$status"
}
