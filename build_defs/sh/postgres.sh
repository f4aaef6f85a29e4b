# A PostgreSQL server of the project's own: Debian's programs, a data folder and a port of its own. No service of the system is
# touched. Sourced by bash, after lib.sh.
# shellcheck shell=bash

# The server that start_postgres started, and its address, which whoever sources this file reads.
postgres_pid=
# shellcheck disable=SC2034
postgres_url=

# need_postgres: Debian's package, whose installation starts no service.
need_postgres() {
  [ -n "$(postgres_programs)" ] || RUNLEVEL=1 step 'Install PostgreSQL' apt_install postgresql
}

# The folder of the programs, of the newest version that is installed.
postgres_programs() {
  find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1
}

# PostgreSQL does not run as root, so root runs it as Debian's user. It is told to stop if this shell ends in any way.
as_postgres=(setpriv --pdeathsig INT)
[ "$(id -u)" != 0 ] || as_postgres+=(--reuid=postgres --regid=postgres --clear-groups)

# start_postgres DIRECTORY PORT [SETTING=VALUE...]: returns once it takes connections; sets postgres_pid and postgres_url. Port 0
# is any free one. The caller stops it with stop_postgres.
start_postgres() {
  local directory=$1 port=$2 programs setting settings=()
  shift 2
  programs=$(postgres_programs)
  [ "$port" != 0 ] || port=$(free_port)
  for setting in "$@"; do settings+=(-c "$setting"); done
  mkdir -p "$directory"
  directory=$(cd "$directory" && pwd)
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$directory"
  "${as_postgres[@]}" test -x "$directory" ||
    { echo "ERROR: The user postgres cannot reach $directory; give others the right to pass through its parents." && return 1; }
  if [ ! -f "$directory/data/PG_VERSION" ]; then
    (cd / && exec "${as_postgres[@]}" "$programs/initdb" -D "$directory/data" -U sanguine -A trust -E UTF8 --locale=C.UTF-8 --no-instructions) \
      >"$directory.log" 2>&1 || { cat "$directory.log" && return 1; }
  fi
  (cd / && exec "${as_postgres[@]}" "$programs/postgres" -D "$directory/data" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= "${settings[@]}") </dev/null >"$directory.log" 2>&1 &
  postgres_pid=$!
  # shellcheck disable=SC2034
  postgres_url=postgres://sanguine@127.0.0.1:$port
  for _ in $(seq 300); do
    if "$programs/pg_isready" -q -h 127.0.0.1 -p "$port"; then return 0; fi
    kill -0 "$postgres_pid" 2>/dev/null || break
    sleep 0.1
  done
  echo 'ERROR: PostgreSQL did not start:' && cat "$directory.log" && return 1
}

# stop_postgres: ends what start_postgres started, and its connections.
stop_postgres() {
  [ -n "$postgres_pid" ] || return 0
  kill -INT "$postgres_pid" 2>/dev/null || true
  wait "$postgres_pid" 2>/dev/null || true
  postgres_pid=
}

free_port() {
  node -e '
    const server = require("node:net").createServer();
    server.listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); });
  '
}
