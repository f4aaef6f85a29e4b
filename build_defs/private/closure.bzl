"""The action that runs Closure Compiler."""

load(":javac.bzl", "tool_args")

CLOSURE_ATTRS = {
    "_closure": attr.label(
        default = "//build_defs/tools:closure",
        executable = True,
        cfg = "exec",
    ),
    "_runtime": attr.label_list(
        doc = "What J2CL's output stands on.",
        default = [
            "@maven//:j2cl_jre_jszip",
            "@maven//:j2cl_bootstrap_jszip",
            "//third_party:jsinterop_base",
        ],
        allow_files = True,
    ),
    "_defines": attr.label_list(default = ["//build_defs/closure:defines.js"], allow_files = [".js"]),
    "_externs": attr.label_list(default = ["//build_defs/closure:j2cl.externs.js"], allow_files = [".js"]),
}

# The module in //build_defs/closure:defines.js; in every bundle.
DEFINES_MODULE = "sanguine.defines"

_FLAGS = [
    "--compilation_level=ADVANCED",
    # A property that an externs file names is kept wherever it stands, so subclassing and replacing methods from
    # JavaScript work. ClosureRun says what types are used for.
    "--use_types_for_optimization=false",
    "--language_out=ECMASCRIPT_2021",
    "--assume_function_wrapper=true",
    "--jscomp_off=analyzerChecks",
    "--warning_level=QUIET",
    "--env=BROWSER",
    # No --charset: UTF-8 is read and ASCII written. Terser counts a line separator in a text as a line, and its source
    # maps go wrong from there.
]

def module_name(label):
    """The goog.module name of the entry that a target generates."""
    path = label.package + "/" + label.name
    return "j2cl.entry." + path.strip("/").replace("/", ".").replace("-", "_").replace("+", "_")

def define_flags(defines):
    return ["--define=%s=%s" % item for item in defines.items()]

# What a bundle that ships is compiled with, unless an application says something else.
SHIPPED = struct(
    checks = "MINIMAL",
    metadata = "STRIPPED",
    polyfills = False,
)

def application_flags(defines = {}, checks = SHIPPED.checks, metadata = SHIPPED.metadata, polyfills = SHIPPED.polyfills):
    """Closure's flags for code that is not a test.

    Args:
      defines: goog.define name -> value
      checks: how much J2CL's runtime checks
      metadata: whether classes know their names
      polyfills: whether what old browsers lack comes along
    """
    all_defines = dict(defines)
    all_defines["jre.checks.checkLevel"] = checks
    all_defines["jre.classMetadata"] = metadata
    all_defines["goog.DEBUG"] = "false"
    return define_flags(all_defines) + ["--rewrite_polyfills=" + ("true" if polyfills else "false")]

MODULE_FLAGS = ["--chunk_output_type=ES_MODULES"]

def closure_action(ctx, chunks, zips, externs, flags = [], extra_js = [], quick = False):
    """Compiles to one file per chunk.

    Args:
      ctx: of a rule with CLOSURE_ATTRS
      chunks: structs of name, module (goog.module of the entry), wrapper (file), out (file), map (file or None),
        each chunk importing from those before it
      zips: depset of zips with JavaScript
      externs: depset of files
      flags: Closure's
      extra_js: files with the entries
      quick: whether the time that it takes counts more than the size of the code
    """
    args = tool_args(ctx)
    args.add_all(zips, before_each = "--zip")
    args.add_all(extra_js + ctx.files._defines, before_each = "--js")
    externs = depset(ctx.files._externs, transitive = [externs])
    args.add_all(externs, before_each = "--externs")
    args.add_all(_FLAGS + flags, before_each = "--flag")
    if quick:
        args.add("--quick", "true")
    outputs = []
    first = DEFINES_MODULE + ","
    for chunk in chunks:
        args.add("--chunk", "%s=%s" % (chunk.name, first + chunk.module))
        args.add("--wrapper", chunk.wrapper, format = chunk.name + "=%s")
        args.add("--out", chunk.out, format = chunk.name + "=%s")
        outputs.append(chunk.out)
        if chunk.map:
            args.add("--map", chunk.map, format = chunk.name + "=%s")
            outputs.append(chunk.map)
        first = ""
    files = extra_js + ctx.files._defines + [c.wrapper for c in chunks]
    ctx.actions.run(
        executable = ctx.executable._closure,
        arguments = [args],
        inputs = depset(files, transitive = [zips, externs]),
        outputs = outputs,
        mnemonic = "Closure",
        progress_message = "Optimizing %s" % ctx.label,
        execution_requirements = {"supports-workers": "1"},
    )
