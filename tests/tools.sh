#!/bin/sh
# Makes sure that the tests' tools are here: chromium and its driver, PostgreSQL's server, PSPP, a mail server (Exim,
# which the tests run on ports of their own), openssl, poppler (which paints PDFs, to read their codes back), node and
# npm, and the two node packages of package.json. Where everything is already installed it does nothing and asks no
# network. Root on Debian gets what is missing; anyone else is told in one line what to install.
set -eu
cd "$(dirname "$0")/.."

has() { command -v "$1" >/dev/null 2>&1; }

has_postgres() {
    has initdb && has postgres && return 0
    for program in /usr/lib/postgresql/*/bin/initdb; do
        [ -x "$program" ] && return 0
    done
    return 1
}

packages=""
has chromium || packages="$packages chromium"
has chromedriver || packages="$packages chromium-driver"
has_postgres || packages="$packages postgresql"
has node || packages="$packages nodejs"
{ has exim4 || [ -x /usr/sbin/exim4 ]; } || packages="$packages exim4-daemon-light"
has openssl || packages="$packages openssl"
has pspp || packages="$packages pspp"
has npm || packages="$packages npm"
has pdftoppm || packages="$packages poppler-utils"
has setpriv || packages="$packages util-linux"

if [ -n "$packages" ]; then
    if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
        echo "The tests need these Debian packages, install them and run make test again:$packages" >&2
        exit 1
    fi
    echo "Installing what the tests need:$packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 — the list is meant to split into words.
    apt-get install -y -qq --no-install-recommends $packages
fi

# npm writes this file last, so it stands for a whole installation of the present lock file.
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
    npm ci --no-progress
    touch "$installed"
fi
