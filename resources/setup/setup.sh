# Sourced by app/run, tests/run and .ci/run: packages, configuring and building.
# Everything is told on standard error, so that standard output stays that of the program.
# shellcheck shell=bash

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 2
}

# distribution: debian, fedora, arch or other.
distribution() {
    local ID='' ID_LIKE='' word
    # shellcheck source=/dev/null
    [[ ! -r /etc/os-release ]] || . /etc/os-release
    for word in $ID $ID_LIKE; do
        case $word in
            debian | fedora | arch) echo "$word" && return ;;
        esac
    done
    echo other
}

# names LIST: the packages of a list file.
names() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$1"; }

# missing KIND LIST...: the packages of the lists that are not installed.
missing() {
    local kind=$1 list wanted
    shift
    wanted=$(for list; do names "$list"; done)
    # shellcheck disable=SC2086 # one word a package
    case $kind in
        debian) dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
            sed -n 's/^installed //p' | grep -vxFf - <(echo "$wanted") || true ;;
        fedora) for package in $wanted; do rpm -q --quiet --whatprovides "$package" || echo "$package"; done ;;
        arch) pacman -T $wanted || true ;;
    esac
}

# explain PACKAGES LIST...: the lines of the lists that tell what the packages are for.
explain() {
    local packages=$1
    shift
    awk 'NR == FNR { wanted[$1]; next } $1 in wanted { print "  " $0 }' <(echo "$packages") "$@" >&2
}

# install_debian PACKAGES: with apt-get, as root or through sudo.
install_debian() {
    local as_root=()
    if ((EUID != 0)); then
        # shellcheck disable=SC2086
        command -v sudo >/dev/null || fail "Run this as root first:" apt-get install --no-install-recommends $1
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update >&2 || say "The package lists could not be refreshed; trying with the old ones."
    # shellcheck disable=SC2086
    "${apt[@]}" install -y --no-install-recommends $1 >&2 || fail "The packages could not be installed."
}

# need_packages NAME...: makes sure that the packages of the lists <distribution>-NAME.txt are there.
need_packages() {
    local kind lists absent name
    kind=$(distribution)
    case $kind in
        debian) lists=("${@/#/$top/resources/setup/debian-}") && lists=("${lists[@]/%/.txt}") ;;
        fedora | arch) lists=("$top/resources/setup/$kind.txt") ;;
        other)
            for name in c++ cmake ninja pkg-config; do
                command -v "$name" >/dev/null || fail "Missing: $name." \
                    "Install what corresponds to the packages in resources/setup/debian-build.txt, then run this again."
            done
            return ;;
    esac
    absent=$(missing "$kind" "${lists[@]}")
    [[ -n $absent ]] || return 0
    case $kind in
        debian)
            say "Drawbridge needs packages that are not installed; installing them with apt-get:"
            explain "$absent" "${lists[@]}"
            install_debian "$(echo "$absent" | tr '\n' ' ')" ;;
        *)
            say "Drawbridge needs packages that are not installed:"
            explain "$absent" "${lists[@]}"
            if [[ $kind == fedora ]]; then
                fail "Install them, then run this again: sudo dnf install $(echo "$absent" | tr '\n' ' ')"
            fi
            fail "Install them, then run this again: sudo pacman -S --needed $(echo "$absent" | tr '\n' ' ')" ;;
    esac
}

# configure PRESET: once, and again when the presets have changed or the tree was moved.
configure() {
    local build=$top/build/$1 fresh=()
    local cache=$build/CMakeCache.txt
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$cache"; then
        fresh=(--fresh)
    elif [[ -f $build/build.ninja && $build/build.ninja -nt $top/CMakePresets.json ]]; then
        return
    fi
    (cd "$top" && cmake --preset "$1" "${fresh[@]}" >&2) && touch "$build/build.ninja"
}

# programs ARGUMENT...: the programs of the tests that ctest would run.
programs() { ctest "$@" -N | sed -n 's/^ *Test *#[0-9]*: [a-z]*\.\(tst_[a-z_]*\)$/\1/p'; }

# build PRESET [TARGET...]: says nothing when all is up to date.
build() {
    local preset=$1 targets=()
    shift
    (($# == 0)) || targets=(--target "$@")
    (cd "$top" && cmake --build "build/$preset" "${targets[@]}" 2>&1) |
        sed -u -e '/^ninja: no work to do/d' -e '/Re-checking globbed directories/d' >&2
}
