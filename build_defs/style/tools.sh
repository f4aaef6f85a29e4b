# The tools of ./style. Sourced by it, after lib.sh; $work is a folder of its own for each run.
# shellcheck shell=bash disable=SC2154

STYLE=build_defs/style

need_shellcheck() {
  has shellcheck || step 'Install shellcheck' apt_install shellcheck
}

# Prettier and ESLint.
install_style() {
  once $STYLE/node_modules/.stamp "$(digest $STYLE/package.json $STYLE/package-lock.json)" \
    'Install prettier and ESLint' npm_ci $STYLE
}

# Where Bazel keeps the pinned jars.
find_jars() {
  step 'Bring the jars' ask_bazel build //build_defs/style:jars
  jars=$(bazel info output_base 2>/dev/null)/external
}

# files PATTERN...: of the tree, also new ones; not what builds and tools made.
files() {
  git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
    [ ! -f "$file" ] || printf '%s\n' "$file"
  done
}

# javac's own packages, which the formatter and Error Prone use: PREFIX is what hands an option to the JVM.
javac_internals() {
  local name
  for name in api code comp file main model parser processing tree util; do
    printf '%s\n' "$1--add-exports=jdk.compiler/com.sun.tools.javac.$name=ALL-UNNAMED"
  done
  for name in code comp; do
    printf '%s\n' "$1--add-opens=jdk.compiler/com.sun.tools.javac.$name=ALL-UNNAMED"
  done
}

# java_format OPTION...: on all Java. It names the files that it changed, or would change.
java_format() {
  local options
  mapfile -t options < <(javac_internals '')
  files '*.java' >"$work/java"
  java_command "${options[@]}" -XX:+UseSerialGC -cp "$jars/style/*" com.palantir.javaformat.java.Main "$@" "@$work/java"
}

prettier() {
  files '*.'{js,mjs,cjs,jsx,ts,mts,cts,tsx,css,json} | xargs -d '\n' $STYLE/node_modules/.bin/prettier "$@"
}

eslint() {
  $STYLE/node_modules/.bin/eslint --config $STYLE/eslint.config.mjs "$@" .
}

# Our scripts: by their ending, or by their first line.
scripts() {
  local file found=()
  while read -r file; do
    if [[ $file == *.sh ]] || head -n 1 "$file" | grep -qaE '^#!.*\b(ba)?sh$'; then found+=("$file"); fi
  done < <(files)
  shellcheck --external-sources --source-path=SCRIPTDIR --severity=warning "${found[@]}"
}

# What of Error Prone is not asked for, and why.
ERROR_PRONE_OFF=(
  # They want Java that is newer than 11, which the shared code is written in.
  PatternMatchingInstanceof StatementSwitchToExpressionSwitch StringConcatToTextBlock
  # Matters of taste, which the code has decided otherwise.
  ArgumentSelectionDefectChecker AssignmentExpression EnumOrdinal MissingSummary OperatorPrecedence StringSplitter TypeParameterUnusedInFormals UnnecessaryStringBuilder
  # A call that is started here tells its observers how it ended; nobody waits for its future.
  CollectionUndefinedEquality FutureReturnValueIgnored
  # Fields that JavaScript or a document reads by name.
  ArrayRecordComponent EffectivelyPrivate ImmutableEnumChecker
  # J2CL knows one locale.
  StringCaseLocaleUsage
  # They want annotations of Error Prone's own, or are of no use for what is deprecated for one release.
  DoNotCallSuggester InlineMeSuggester
  # A nested name that JavaScript sees; a text that JavaScript's errors have too.
  NonCanonicalType OverrideThrowableToString
)

# javac_with NULLAWAY CLASS_PATH OUT FILE_LIST OPTION...: every warning of javac, Error Prone and, in packages that are @NullMarked, NullAway.
javac_with() {
  local options checks='-Xplugin:ErrorProne -XepAllErrorsAsWarnings -XepDisableWarningsInGeneratedCode'
  checks+=" $1 $(printf -- '-Xep:%s:OFF ' "${ERROR_PRONE_OFF[@]}")"
  mapfile -t options < <(javac_internals -J)
  "${JAVA_HOME:+$JAVA_HOME/bin/}javac" "${options[@]}" -J-XX:+UseSerialGC -Xmaxwarns 1000 -encoding UTF-8 --release 17 \
    -Xlint:all,-processing,-classfile,-options,-path -proc:none -XDcompilePolicy=simple --should-stop=ifError=FLOW \
    -processorpath "$(printf '%s:' "$jars"/style/*.jar)" "$checks" -cp "$2" -d "$3" "@$4" "${@:5}"
}

# What Java is compiled against, also that of the browser.
class_path() {
  local name
  for name in closure_compiler dagger elemental2_core elemental2_dom elemental2_promise hamcrest_core j2cl_gwt_internal_annotations \
    j2cl_junit_annotations jakarta_inject javax_inject jsinterop_annotations jsinterop_base jspecify junit; do
    printf '%s:' "$jars/maven/$name.jar"
  done
}

# First the engine of the JVM, then its tests and the tools, then what the browser has in the place of the JVM's. The shop is
# left out: its Dagger component is generated.
error_prone() {
  local libraries null_away='-XepOpt:NullAway:OnlyNullMarked=true'
  libraries=$(class_path)
  mkdir -p "$work/main" "$work/test" "$work/browser" "$work/none"
  files 'src/main/java/*.java' 'src/main/jvm/*.java' >"$work/main.txt"
  files 'src/test/java/*.java' 'build_defs/tools/java*/*.java' |
    grep -v '/super-j2cl/\|/browser/\|dev/sanguine/js/[A-Z]\|/Transpiler\|/J2clTool\|/Stripper\|/TestSuites' >"$work/test.txt"
  files 'src/main/java/*.java' 'src/main/browser/*.java' >"$work/browser.txt"
  {
    javac_with "$null_away" "$libraries" "$work/main" "$work/main.txt" &&
      javac_with "$null_away -Xep:NullAway:OFF" "$work/main:$libraries" "$work/test" "$work/test.txt" &&
      # The jars of Elemental2 hold sources too, which are not to be compiled.
      javac_with "$null_away -XepExcludedPaths:.*/?src/main/java/.*" "$libraries" "$work/browser" "$work/browser.txt" -sourcepath "$work/none"
  } >"$work/javac" 2>&1 || { cat "$work/javac" && return 1; }
  # With -Werror there would be no classes for the tests to be compiled against.
  ! grep -A 6 ': warning: \|^warning: ' "$work/javac"
}
