# Sourced by make and check: installs the pinned tools, once per lock file.
# shellcheck shell=sh
cd "$(dirname "$0")" || exit
if ! cmp -s package-lock.json node_modules/.sanguine-lock; then
  npm ci --no-progress --loglevel=error >&2
  cp package-lock.json node_modules/.sanguine-lock
fi
