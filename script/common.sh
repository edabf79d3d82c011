# What the scripts share: speech, packages, the toolchain. Sourced by bash, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Without it the build system re-plans in random order and compiles again what has not changed. Only for building: a
# program that serves strangers keeps its hashing random.
build=(env SWIFT_DETERMINISTIC_HASHING=1 swift build --package-path "$root")

# Says what happens now.
say() { printf '\n==> %s\n' "$*"; }

# Ends with a sentence and the code for "something needed is not there".
lacking() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 69
}

# need_packages NAME… — installs those Debian packages that are missing, and says which.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian or Ubuntu: make sure that you have what these packages hold: $*"
        return
    fi
    local name missing=()
    for name in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    if [[ ${#missing[@]} -eq 0 ]]; then
        echo "System packages: all there ($*)"
        return
    fi
    say "Installing system packages: ${missing[*]}"
    local as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || lacking "as root, please run: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq || echo "The package lists could not be refreshed; going on with those that are here."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# What it takes to build: a Swift toolchain that is new enough, and the libraries that the build links.
need_toolchain() {
    command -v swift >/dev/null || lacking "no Swift toolchain found; install Swift 6.3 from https://www.swift.org/install/linux/"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    if [[ $(printf '6.3\n%s\n' "$version" | sort -V | head -1) != 6.3 ]]; then
        lacking "Swift $version is too old; 6.3 is needed (https://www.swift.org/install/linux/)"
    fi
    need_packages git libsqlite3-dev "$@"
}

# Builds the program for use where anything is newer than it, and leaves its path in `concord`.
build_release() {
    concord=$root/.build/release/concord
    # Nothing newer than the program, folders included: then even asking the build system would take longer than starting.
    if [[ -x $concord && -z $(find "$root/Package.swift" "$root/Sources" -newer "$concord" -print -quit) ]]; then
        echo "Program: up to date"
    else
        say "Building (release). The first time takes some ten minutes on two cores, later a minute at most."
        "${build[@]}" -c release --product concord
        touch "$concord"
    fi
}
