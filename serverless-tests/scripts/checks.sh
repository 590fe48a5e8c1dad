# shellcheck shell=bash
# Sourced by ../liap: the tests and the checks of Terraform.

infrastructure() {
    local status=0
    say
    say "Terraform:"
    node_tools
    if [ -n "$without" ]; then
        say "        NOT checked: Terraform ($without)"
        unchecked="$unchecked; Terraform ($without)"
        return
    fi
    node "$home/terraform/tests/check.mjs" 2>&1 | tee "$state/terraform.log" || status=$?
    if [ "$status" = 3 ]; then
        unchecked=$unchecked$(sed -n 's/^ *NOT checked: /; /p' "$state/terraform.log" | tr -d '\n')
        return
    fi
    return "$status"
}

# What tests of this run said when they left themselves out
skipped() { # STAMP
    { find "$home"/*/target -name 'TEST-*.xml' -newer "$1" -exec grep -ho '<skipped[^>]*' {} + || true; } |
        sed -e 's/.*message="\([^"]*\)".*/\1/' -e 's/^<skipped.*/no reason is given/' -e 's/&[a-z#0-9]*;/'"'"'/g' |
        sort | uniq -c | sed -e 's/^ *1 \(.*\)/; 1 test (\1)/' -e 's/^ *\([0-9][0-9]*\) \(.*\)/; \1 tests (\2)/' | tr -d '\n'
}

tests() {
    local goal=verify log=$state/test.log status=0 began
    case ${1:-} in
        '') ;;
        --fast) goal=test ;;
        *) fail "liap test has no option $1. It takes --fast." ;;
    esac
    mkdir -p "$state"
    find_maven
    if [ "$goal" = verify ]; then
        bring_tools
    fi
    began=$(mktemp "$state/.began.XXXXXX")
    (cd "$home" && "$mvn" -B -ntp "$goal") 2>&1 | tee "$log" || status=$?
    say
    say "Tests, module by module ($goal):"
    sed -n -e 's/^\[INFO\] Building \(Liap Tui[^[]*[^ [0-9]\).*$/  \1/p' -e 's/^\[[A-Z]*\] \(Tests run: [^T]*\)$/    \1/p' "$log"
    unchecked=$(skipped "$began")
    rm -f "$began"
    if [ "$goal" = verify ]; then
        infrastructure || status=1
    else
        unchecked="$unchecked; the packaged services, and Terraform (./liap test does)"
    fi
    say
    if [ "$status" != 0 ]; then
        say "NOT green. All of the output: .liap/test.log, .liap/terraform.log"
    elif [ -n "$unchecked" ]; then
        say "Green, but NOT checked: ${unchecked#; }"
    else
        say "All green."
    fi
    return "$status"
}
