# What ./test --only does. Sourced by ./test, after lib.sh.
# shellcheck shell=bash

# targets LABEL: those of LABEL (the JVM) and LABEL-j2cl (Chromium) that are there.
targets() {
  bazel query --color=no --noshow_progress --keep_going "set($1 $1-j2cl)" 2>/dev/null || true
}

# run_target LABEL CLASS[#METHOD]: starts what was built as Bazel would, but not in its sandbox, and never from its cache.
run_target() {
  local path=${1#//}
  path=$PWD/$BUILT/${path/:/\/}
  (cd "$path.runfiles/sanguine" && TEST_SRCDIR=$path.runfiles exec "$path" --only "$2")
}

# build_and_run LABEL CLASS[#METHOD]: Bazel is heard only if something does not build.
build_and_run() {
  local said
  said=$(ask_bazel build "$1" 2>&1) || { printf '%s\n' "$said" && return 1; }
  run_target "$1" "$2"
}

# with_shop COMMAND...: for tests that talk to a server. Bash functions are not known there, so this file is read again.
with_shop() {
  compile_java
  build_web
  node web/scripts/with-shop.mjs bash -c '. build_defs/sh/lib.sh; . build_defs/only/only.sh; "$@"' bash "$@"
}

# run_java NAME LABEL CLASS[#METHOD]: the stage of one target.
run_java() {
  local run=(build_and_run "$2" "$3")
  case $2 in *payload/contract*) run=(with_shop "${run[@]}") ;; esac
  totals_stage "$1" "${run[@]}"
}

# run_page FILE_OR_TITLE
run_page() {
  install_npm
  compile_java
  build_web
  case $1 in
    *.spec.ts) e2e_stage "$1" ;;
    *) e2e_stage --grep "$1" ;;
  esac
}

# only NAME ON: runs the test that is called so; ON is jvm, chromium, page, or nothing for all that there is.
only() {
  local kind label test found there=
  found=$(node build_defs/only/find.mjs "$1") || exit 1
  read -r kind label test <<<"$found"
  [ "$2" = jvm ] || need_chromium
  if [ "$kind" = page ]; then
    [ -z "$2" ] || [ "$2" = page ] || fail "'$1' is a browser test of the shop, it runs on the page; leave --on $2 out."
    run_page "${found#page }"
    return
  fi
  need_bazel
  for target in $(targets "$label" | sort); do
    case $target in
      *-j2cl) there+=' chromium' && [ "${2:-chromium}" != chromium ] || run_java "${test##*.} in Chromium" "$target" "$test" ;;
      *) there+=' jvm' && [ "${2:-jvm}" != jvm ] || run_java "${test##*.} on the JVM" "$target" "$test" ;;
    esac
  done
  [ -n "$there" ] || fail "No target of Bazel is called $label; does its BUILD file list ${test%%#*}?"
  [[ " $there " == *" ${2:-${there##* }} "* ]] || fail "${test%%#*} does not run on $2, only on:$there."
}
