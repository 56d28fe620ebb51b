#!/bin/sh
# Install Debian packages where that is allowed (root, or sudo without a password); otherwise say what to type.
#     sh tools/debian.sh chromium python3-venv
set -u

if [ "$(id -u)" = 0 ]; then as_root=""
elif sudo -n true 2>/dev/null; then as_root="sudo"
else as_root="none"
fi

if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    echo "This needs $*, which is not installed. On Debian or Ubuntu: sudo apt-get install $*" >&2
    exit 1
fi

echo "Installing with apt-get: $*"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq &&
    $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    { echo "apt-get could not install $*: see the lines above." >&2; exit 1; }
