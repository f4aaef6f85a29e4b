# Sourced by make and check: installs the pinned tools, once per lock file.
cd "$(dirname "$0")"
if ! cmp -s package-lock.json node_modules/.sanguine-lock; then
  npm ci --no-progress --loglevel=error >&2
  cp package-lock.json node_modules/.sanguine-lock
fi
