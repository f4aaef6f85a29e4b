# Installs what package-lock.json pins, once, and again when it changes.
# shellcheck shell=sh
command -v node >/dev/null || { echo "bench: node is missing; install Node 20 or newer" >&2; exit 1; }
if ! cmp -s package-lock.json node_modules/.installed-lock 2>/dev/null; then
  echo "bench: installing npm packages" >&2
  npm ci --ignore-scripts --loglevel=error >&2
  cp package-lock.json node_modules/.installed-lock
fi
