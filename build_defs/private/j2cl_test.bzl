"""j2cl_test: JUnit 4 classes as ADVANCED JavaScript in a headless browser."""

load(":closure.bzl", "CLOSURE_ATTRS", "closure_action", "define_flags", "module_name")
load(":j2cl_library.bzl", "j2cl_library")
load(":launcher.bzl", "jvm_run_test")
load(":providers.bzl", "J2clInfo")

_WRAPPER = "(function(){%output%}).call(globalThis);"

# A bundle of tests is checked code: casts fail, class names and long error texts are there.
_DEFINES = {
    "sanguine.dev": "true",
    "jre.checks.checkLevel": "NORMAL",
    "jre.classMetadata": "SIMPLE",
}

def _test_inputs_impl(ctx):
    outputs = []
    for test_class in ctx.attr.test_classes:
        package, _, simple = test_class.rpartition(".")
        out = ctx.actions.declare_file("%s/%s_TestInput.java" % (ctx.label.name, test_class))
        ctx.actions.write(out, "package {0};\n@com.google.j2cl.junit.apt.J2clTestInput({1}.class)\nclass {1}_TestInput {{}}\n".format(package, simple))
        outputs.append(out)
    return [DefaultInfo(files = depset(outputs))]

_test_inputs = rule(
    doc = "Names each test class to J2CL's JUnit processor.",
    implementation = _test_inputs_impl,
    attrs = {"test_classes": attr.string_list(mandatory = True)},
)

def _test_bundle_impl(ctx):
    lines = [
        "/** @fileoverview All suites of a bundle; the page's address names the one to run. */",
        "goog.module('%s');" % module_name(ctx.label),
    ]
    for i, test_class in enumerate(ctx.attr.test_classes):
        lines.append("const s%d = goog.require('javatests.%s_AdapterSuite');" % (i, test_class))
    lines.append("const suites = {")
    for i, test_class in enumerate(ctx.attr.test_classes):
        lines.append("  '%s': s%d," % (test_class, i))
    lines.append("};")
    lines.append("suites[window.location.search.substring(1)]();")
    entry = ctx.actions.declare_file(ctx.label.name + "_entry.js")
    ctx.actions.write(entry, "\n".join(lines) + "\n")
    wrapper = ctx.actions.declare_file(ctx.label.name + "_wrapper.txt")
    ctx.actions.write(wrapper, _WRAPPER)
    out = ctx.actions.declare_file(ctx.label.name + ".js")
    source_map = ctx.actions.declare_file(ctx.label.name + ".js.map")
    closure_action(
        ctx,
        [struct(name = "tests", module = module_name(ctx.label), wrapper = wrapper, out = out, map = source_map)],
        zips = depset(ctx.files._runtime + ctx.files._testing, transitive = [d[J2clInfo].js for d in ctx.attr.deps]),
        externs = depset(
            ctx.files.externs + ctx.files._testing_externs,
            transitive = [d[J2clInfo].externs for d in ctx.attr.deps],
        ),
        flags = define_flags(dict(_DEFINES, **ctx.attr.closure_defines)) + ["--rewrite_polyfills=false"] + ctx.attr.flags,
        extra_js = [entry],
    )
    return [DefaultInfo(files = depset([out]), runfiles = ctx.runfiles([source_map]))]

_test_bundle = rule(
    doc = "The suites of all test classes, optimized as one file.",
    implementation = _test_bundle_impl,
    attrs = dict({
        "deps": attr.label_list(providers = [J2clInfo]),
        "test_classes": attr.string_list(mandatory = True),
        "externs": attr.label_list(allow_files = [".js"]),
        "closure_defines": attr.string_dict(),
        "flags": attr.string_list(),
        "_testing": attr.label_list(default = ["@maven//:j2cl_closure_test_jszip"], allow_files = True),
        "_testing_externs": attr.label_list(
            default = ["//build_defs/closure:testing.externs.js"],
            allow_files = [".js"],
        ),
    }, **CLOSURE_ATTRS),
)

def j2cl_test(
        name,
        srcs,
        test_class = None,
        test_classes = [],
        deps = [],
        plugins = [],
        externs = [],
        closure_defines = {},
        flags = [],
        report_seconds = 120,
        runner_args = [],
        **kwargs):
    """JUnit 4 classes, compiled into one bundle and run one after another, each in a frame of its own.

    Args:
      name: of the target
      srcs: the classes and what they share
      test_class: the class to run, or
      test_classes: the classes to run
      deps: what they use, besides JUnit
      plugins: annotation processors
      externs: as in j2cl_application
      closure_defines: as in j2cl_application
      flags: as in j2cl_application
      report_seconds: how long one class may take until its report
      runner_args: further arguments of buildtools.BrowserTestRunner, such as --proxy
      **kwargs: of a test: size, tags, timeout
    """
    classes = test_classes + ([test_class] if test_class else [])
    _test_inputs(
        name = name + "_inputs",
        testonly = 1,
        test_classes = classes,
    )
    j2cl_library(
        name = name + "_lib",
        testonly = 1,
        srcs = srcs + [":" + name + "_inputs"],
        deps = deps + ["//third_party:junit-j2cl"],
        plugins = plugins + ["//third_party:j2cl_junit_processor"],
    )
    _test_bundle(
        name = name + "_bundle",
        testonly = 1,
        deps = [":" + name + "_lib"],
        test_classes = classes,
        externs = externs,
        closure_defines = closure_defines,
        flags = flags,
    )
    jvm_run_test(
        name = name,
        main_class = "buildtools.BrowserTestRunner",
        main_args = ["--report_seconds", str(report_seconds)] + runner_args +
                    ["$(rootpath :%s_bundle)" % name] + classes,
        data = [":%s_bundle" % name],
        deps = ["//build_defs/tools:browser_test_runner"],
        tags = ["chromium"] + kwargs.pop("tags", []),
        **kwargs
    )
