# What ./build, ./run and ./test share. Sourced by bash, from the root of the tree.
# shellcheck shell=bash

# --- Saying things ---------------------------------------------------------------------------

# fail SENTENCE...: one clear sentence and the end.
fail() {
  printf 'ERROR: %s\n' "$*" >&2
  exit 1
}

# seconds_since START, of $EPOCHREALTIME: '12.3'.
seconds_since() {
  local now=${EPOCHREALTIME/[.,]/} then=${1/[.,]/}
  printf '%d.%d' $(((now - then) / 1000000)) $(((now - then) / 100000 % 10))
}

# step NAME COMMAND...: runs the command and prints the name and the time it took. What the command
# prints is shown only if it fails, and the script ends with it. A function run as a step has to chain
# its commands with &&: bash does not stop at an error in there.
step() {
  local name=$1 start=$EPOCHREALTIME log status=0
  shift
  log=$(mktemp)
  [ ! -t 1 ] || printf '  ... %s' "$name"
  "$@" >"$log" 2>&1 || status=$?
  [ ! -t 1 ] || printf '\r\033[K'
  if [ "$status" != 0 ]; then
    printf 'FAILED %s (%s s)\n' "$name" "$(seconds_since "$start")"
    explain "$log"
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  printf '%6s s  %s\n' "$(seconds_since "$start")" "$name"
}

# explain LOG: the sentence that a tool of ours printed, or else the end of the log.
explain() {
  if grep -q 'No space left on device\|ENOSPC' "$1"; then
    printf 'ERROR: The disk is full; make room and start again.\n' >&2
  fi
  grep -v '^Loading:\|^Analyzing\|^INFO: \|^ok  \|^There were tests whose' "$1" | tail -n "${EXPLAIN_LINES:-60}" >&2
}

# --- Tools -----------------------------------------------------------------------------------

has() {
  command -v "$1" >/dev/null 2>&1
}

# as_root COMMAND...
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    echo "ERROR: This needs root: $*" && return 1
  fi
}

# apt_install PACKAGE: refreshes the lists only if the package is not known.
apt_install() {
  has apt-get || { echo "ERROR: There is no apt-get here; install $1 by hand." && return 1; }
  if ! apt-cache show "$1" >/dev/null 2>&1; then
    as_root apt-get -q update || true
  fi
  DEBIAN_FRONTEND=noninteractive as_root apt-get -q -y --no-install-recommends install "$1" && return
  as_root apt-get -q update || true
  DEBIAN_FRONTEND=noninteractive as_root apt-get -q -y --no-install-recommends install "$1" ||
    { echo "ERROR: $1 could not be installed; is there a network?" && return 1; }
}

# version_of COMMAND...: the first number of the output, '17' of '17.0.15'.
version_of() {
  "$@" 2>&1 | grep -o '[0-9]\+' | head -n 1
}

# The java of the JDK that need_jdk asks for.
java_command() {
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$@"
}

need_jdk() {
  local remedy='install one with: apt-get install openjdk-17-jdk-headless' javac version
  javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
  has "$javac" || fail "No JDK was found${JAVA_HOME:+ in JAVA_HOME ($JAVA_HOME)}; $remedy."
  version=$(version_of "$javac" -version)
  [ "$version" -ge 17 ] || fail "The JDK is $version, 17 or newer is needed; $remedy."
}

need_maven() {
  has mvn || fail 'Maven is missing; install it with: apt-get install maven.'
}

need_node() {
  local remedy='install it from Debian or nodejs.org'
  has node || fail "Node is missing, 20 or newer is needed; $remedy."
  [ "$(version_of node --version)" -ge 20 ] || fail "Node is $(node --version), 20 or newer is needed; $remedy."
  has npm || fail "npm is missing; $remedy."
}

# Bazel 4.2 to 7: Debian's bazel-bootstrap, which does not know its own version, is 4.2.
need_bazel() {
  local version
  has bazel || step 'Install Bazel' apt_install bazel-bootstrap
  version=$(cd / && bazel --version 2>/dev/null | grep -o '[0-9]\+' | head -n 1) || true
  if [ -n "$version" ] && { [ "$version" -lt 4 ] || [ "$version" -gt 7 ]; }; then
    fail "Bazel is $version, 4.2 to 7 is needed; install Debian's with: apt-get install bazel-bootstrap."
  fi
}

need_chromium() {
  has chromium || step 'Install Chromium' apt_install chromium
}

# need_disk DIRECTORY GIGABYTES
need_disk() {
  local free
  free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1048576) }')
  [ "$free" -ge "$2" ] || fail "$2 GB of disk are needed under $1, $free GB are free; make room and start again."
}

# --- Work that is done once per content of its inputs ------------------------------------------

# digest PATH...: of the contents of all files there, without the tests of the web app and what tools put there.
digest() {
  find "$@" \( -name node_modules -o -name .next -o -name data -o -name dev-stub -o -name e2e -o -name test-results \) -prune -o \
    -type f ! -name '*.tsbuildinfo' ! -name next-env.d.ts ! -name e2e-report.json -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64
}

# once STAMP DIGEST NAME COMMAND...: a step that is left out if STAMP says it was done for DIGEST.
once() {
  local stamp=$1 digest=$2
  shift 2
  if [ "$(cat "$stamp" 2>/dev/null)" != "$digest" ]; then
    rm -f "$stamp"
    step "$@"
    mkdir -p "$(dirname "$stamp")"
    printf '%s\n' "$digest" >"$stamp"
  fi
}

# --- The parts of the project ------------------------------------------------------------------

JAVA_INPUTS=(WORKSPACE BUILD .bazelrc build_defs src third_party)

# Where Bazel leaves what it built.
BUILT=bazel-bin

# ask_bazel COMMAND ARGUMENT...: in a form that is for logs.
ask_bazel() {
  local command=$1
  shift
  bazel "$command" --color=no --curses=no --noshow_progress "$@"
}

# publish FROM TO FILE...: copies built files; those that did not change keep their time.
publish() {
  local from=$1 to=$2 file
  shift 2
  mkdir -p "$to"
  for file in "$@"; do
    cmp -s "$from/$file" "$to/$file" || install -m 644 "$from/$file" "$to/$file"
  done
}

MODULES=(sanguine{,-intents,-records,-conflicts,-pacing,-drafts,-payload}.mjs{,.map})

# The same with long error texts, and built in seconds: nothing is made small.
DEV_MODULES=("${MODULES[@]/./.dev.}")

# All of dist/.
DIST=("${MODULES[@]}" "${DEV_MODULES[@]}" sanguine.js sanguine.js.map SIZES.md)

# The modules that the web app is built with: the engine and the orders widget, compiled together.
SHOP_MODULES=({sanguine,sanguine-intents,sanguine-records,sanguine-conflicts,sanguine-pacing,sanguine-drafts,sanguine-payload,orders-widget}.mjs{,.map})

build_dev_modules() {
  ask_bazel build //:development && publish "$BUILT" dist "${DEV_MODULES[@]}"
}

build_dist() {
  ask_bazel build //:dist && publish "$BUILT" dist "${DIST[@]}"
}

build_shop() {
  ask_bazel build //src/shop:modules && publish "$BUILT/src/shop" dist/shop "${SHOP_MODULES[@]}"
}

# What the web app is served with while it is written.
build_dev_shop() {
  ask_bazel build //src/shop:development && publish "$BUILT/src/shop" dist/shop "${SHOP_MODULES[@]/./.dev.}"
}

make_packages() {
  step 'Make the npm package' packages/npm/make
  step 'Make the plugin for Payload' packages/payload/make
  step 'Make the Maven packages' packages/maven/make
}

# What Maven keeps of this version may be of another build.
forget_packages() {
  local local_repository version
  version=$(cat packages/VERSION)
  local_repository=$(mvn -q -B help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g') || true
  [ -d "$local_repository" ] || local_repository=$HOME/.m2/repository
  rm -rf "$local_repository/dev/sanguine/sanguine/$version" "$local_repository/dev/sanguine/sanguine-j2cl/$version"
}

compile_java() {
  once dist/shop/.modules "$(digest "${JAVA_INPUTS[@]}")" "Compile the shop's Java to JavaScript" build_shop
}

compile_java_to_watch() {
  once dist/shop/.dev-modules "$(digest "${JAVA_INPUTS[@]}")" "Compile the shop's Java to JavaScript" build_dev_shop
}

install_npm() {
  once web/node_modules/.stamp "$(digest web/package.json web/package-lock.json)" \
    'Install npm packages' npm_ci web
}

# The releases of query-core that Sanguine is compared with.
install_conformance() {
  once conformance/node_modules/.stamp "$(digest conformance/package.json conformance/package-lock.json)" \
    'Install query-core' npm_ci conformance
}

# What runs TanStack's own tests; only those who ask for them need it.
install_suites() {
  once conformance/suites/node_modules/.stamp "$(digest conformance/suites/package.json conformance/suites/package-lock.json)" \
    'Install vitest' npm_ci conformance/suites
}

# npm_ci FOLDER
npm_ci() {
  npm ci --prefix "$1" --no-audit --no-fund || { echo 'ERROR: npm could not install the packages; is there a network?' && return 1; }
}

build_web() {
  once web/.next/.stamp "$(digest web "${SHOP_MODULES[@]/#/dist/shop/}")" \
    'Build the web app' npm run --prefix web build
}

prepare_database() {
  once web/data/.stamp "$(digest web/src/migrations web/src/seed web/src/collections)" \
    'Migrate and seed the database' migrate_and_seed
}

migrate_and_seed() {
  npm run --prefix web migrate && npm run --prefix web seed
}
