"""Runs a Java main class: the scripts behind jvm_binary and every test."""

load("@jdk//:defs.bzl", "JAVA_HOME")
load(":providers.bzl", "JvmInfo")

_SCRIPT = """#!/bin/bash
set -eu
if [ -n "${{TEST_SRCDIR:-}}" ]; then root="$TEST_SRCDIR/{workspace}"; else root="$0.runfiles/{workspace}"; fi
exec {java_home}/bin/java {jvm_flags} -cp {class_path} {main_class} {args} "$@"
"""

def _launcher_impl(ctx):
    jars = depset(transitive = [d[JvmInfo].runtime_jars for d in ctx.attr.deps])
    script = ctx.actions.declare_file(ctx.label.name)

    # short_path of a file in another repository begins with "../", seen from the workspace's runfiles.
    class_path = ":".join(["$root/" + jar.short_path for jar in jars.to_list()])
    ctx.actions.write(
        script,
        _SCRIPT.format(
            workspace = ctx.workspace_name,
            java_home = JAVA_HOME,
            jvm_flags = " ".join(ctx.attr.jvm_flags),
            class_path = '"%s"' % class_path,
            main_class = ctx.attr.main_class,
            args = " ".join([ctx.expand_location(a, ctx.attr.data) for a in ctx.attr.main_args]),
        ),
        is_executable = True,
    )
    runfiles = ctx.runfiles(files = ctx.files.data + [ctx.file._jdk], transitive_files = jars)
    for target in ctx.attr.data:
        runfiles = runfiles.merge(target[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = script, runfiles = runfiles)]

_ATTRS = {
    "deps": attr.label_list(providers = [JvmInfo]),
    "data": attr.label_list(
        doc = "Files to have at run time; `main_args` may name them with $(rootpath).",
        allow_files = True,
    ),
    "main_class": attr.string(mandatory = True),
    "main_args": attr.string_list(doc = "Arguments before those of the command line."),
    "jvm_flags": attr.string_list(),
    "_jdk": attr.label(default = "@jdk//:version.txt", allow_single_file = True),
}

jvm_run = rule(
    doc = "A script that runs `main_class`.",
    implementation = _launcher_impl,
    attrs = _ATTRS,
    executable = True,
)

jvm_run_test = rule(
    doc = "A test that runs `main_class` and fails when it exits with another code than 0.",
    implementation = _launcher_impl,
    attrs = _ATTRS,
    test = True,
)
