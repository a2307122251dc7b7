#!/bin/sh
# Brings in what is missing, and does nothing where nothing is:
#   ensure.sh runtime    .venv with what the app runs on
#   ensure.sh tests      .venv with what the tests and checks need too
#   ensure.sh browser    Chromium, and what Playwright needs to drive it (after tests)
#   ensure.sh spark      Spark, and the Java that it runs on (after tests)
# As root on Debian and its kin apt installs what the system lacks; elsewhere the command to type is printed.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}

stop() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# install PACKAGE REASON: by apt as root, else say what to type.
install() {
    command -v apt-get >/dev/null 2>&1 ||
        stop "$2. Install $1 with your system's package manager, then run make again."
    [ "$(id -u)" -eq 0 ] ||
        stop "$2. Type this, then run make again:
    sudo apt-get update && sudo apt-get install --yes $1"
    printf '%s: installing %s\n' "$2" "$1"
    apt-get update --quiet=2 ||
        printf 'apt-get update failed; trying with the package lists at hand\n' >&2
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "$1" ||
        stop "apt-get could not install $1."
}

ensure_python() {
    command -v "$python" >/dev/null 2>&1 || install python3 "Python is missing"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "crmroi needs Python 3.11 or newer, and $python is $("$python" --version).
Name a newer one:  make PYTHON=python3.12 ..."
}

has_venv() { "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# A .venv that was moved, left half made or outlived its Python is made anew.
ensure_venv() {
    if .venv/bin/python -c 'import pip' >/dev/null 2>&1; then return; fi
    ensure_python
    has_venv || install python3-venv "Python's venv module is missing"
    has_venv || stop "$python has no venv module even now; name a Python that does:
    make PYTHON=/usr/bin/python3 ..."
    "$python" -m venv --clear .venv
}

# install_requirements NAME FILES…: the last file is installed, all of them are compared with the last time.
install_requirements() {
    stamp=.venv/$1.txt
    shift
    if [ -f "$stamp" ] && cat "$@" | cmp -s - "$stamp"; then return; fi
    for file; do :; done
    printf 'Installing %s into .venv (a minute or two, once)\n' "$file"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$file"
    cat "$@" >"$stamp"
}

ensure_chromium() {
    if command -v "${CRMROI_CHROMIUM:-chromium}" >/dev/null 2>&1; then return; fi
    [ -z "${CRMROI_CHROMIUM:-}" ] || stop "CRMROI_CHROMIUM is $CRMROI_CHROMIUM, which cannot be run."
    install chromium "Chromium is missing (CRMROI_CHROMIUM=/path/to/chrome names another)"
}

# Playwright brings its own Node.js, which wants a library that a bare Debian lacks.
ensure_playwright() {
    if .venv/bin/python -m playwright --version >/dev/null 2>&1; then return; fi
    install libatomic1 "Playwright's driver cannot start"
    .venv/bin/python -m playwright --version >/dev/null || stop "Playwright's driver cannot start even now."
}

ensure_java() {
    if command -v java >/dev/null 2>&1 || [ -n "${JAVA_HOME:-}" ]; then return; fi
    install default-jre-headless "Java, which Spark runs on, is missing"
}

case ${1:-} in
runtime)
    ensure_venv
    install_requirements runtime requirements.txt
    ;;
tests)
    ensure_venv
    install_requirements tests requirements.txt requirements-dev.txt
    cp requirements.txt .venv/runtime.txt
    ;;
browser)
    ensure_chromium
    ensure_playwright
    ;;
spark)
    ensure_java
    install_requirements spark requirements.txt requirements-spark.txt
    ;;
*)
    stop "usage: ensure.sh runtime | tests | browser | spark"
    ;;
esac
