"""j2cl_test: JUnit 4 classes as ADVANCED JavaScript in a headless browser."""

load(":closure.bzl", "CLOSURE_ATTRS", "MODULE_FLAGS", "application_flags", "closure_action", "define_flags", "module_name")
load(":j2cl_library.bzl", "j2cl_library")
load(":launcher.bzl", "jvm_run_test")
load(":minify.bzl", "MINIFY_ATTRS", "long_file", "minify_action")
load(":providers.bzl", "J2clInfo", "J2clTestInfo")

# A bundle of tests is checked code: casts fail, class names and long error texts are there.
_CHECKED = {
    "sanguine.dev": "true",
    "jre.checks.checkLevel": "NORMAL",
    "jre.classMetadata": "SIMPLE",
}

def _checked_flags(defines = {}):
    return define_flags(dict(_CHECKED, **defines)) + ["--rewrite_polyfills=false"]

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

def _bundle(ctx, tests, flags, minify):
    """Compiles the suites of `tests`, J2clTestInfos, to the ES module NAME.js; NAME.classes says what it holds."""
    lines = [
        "/** @fileoverview All suites of a bundle; the page's address names the one to run. */",
        "goog.module('%s');" % module_name(ctx.label),
    ]
    classes = [c for t in tests for c in t.test_classes]
    for i, test_class in enumerate(classes):
        lines.append("const s%d = goog.require('javatests.%s_AdapterSuite');" % (i, test_class))
    lines.append("const suites = {")
    for i, test_class in enumerate(classes):
        lines.append("  '%s': s%d," % (test_class, i))
    lines.append("};")
    lines.append("suites[/[^?&]+/.exec(window.location.search)[0]]();")
    entry = ctx.actions.declare_file(ctx.label.name + "_entry.js")
    ctx.actions.write(entry, "\n".join(lines) + "\n")
    wrapper = ctx.actions.declare_file(ctx.label.name + "_wrapper.txt")
    ctx.actions.write(wrapper, "%output%")
    names = ctx.actions.declare_file(ctx.label.name + ".classes")
    ctx.actions.write(names, "\n".join(classes) + "\n")
    out = ctx.actions.declare_file(ctx.label.name + ".js")
    out_map = ctx.actions.declare_file(ctx.label.name + ".js.map")
    code = long_file(ctx, out) if minify else out
    code_map = long_file(ctx, out_map) if minify else out_map
    closure_action(
        ctx,
        [struct(name = "tests", module = module_name(ctx.label), wrapper = wrapper, out = code, map = code_map)],
        zips = depset(ctx.files._runtime + ctx.files._testing, transitive = [t.js for t in tests]),
        externs = depset(ctx.files._testing_externs, transitive = [t.externs for t in tests]),
        flags = flags + MODULE_FLAGS,
        extra_js = [entry],
    )
    if minify:
        minify_action(ctx, [struct(code = code, map = code_map, out = out, out_map = out_map)])
    return DefaultInfo(files = depset([out]), runfiles = ctx.runfiles([out_map, names]))

_BUNDLE_ATTRS = dict({
    "_testing": attr.label_list(default = ["@maven//:j2cl_closure_test_jszip"], allow_files = True),
    "_testing_externs": attr.label_list(
        default = ["//build_defs/closure:testing.externs.js"],
        allow_files = [".js"],
    ),
}, **CLOSURE_ATTRS)

def _test_bundle_impl(ctx):
    info = J2clTestInfo(
        test_classes = ctx.attr.test_classes,
        js = depset(transitive = [d[J2clInfo].js for d in ctx.attr.deps]),
        externs = depset(ctx.files.externs, transitive = [d[J2clInfo].externs for d in ctx.attr.deps]),
    )
    flags = _checked_flags(ctx.attr.closure_defines) + ctx.attr.flags
    return [_bundle(ctx, [info], flags, minify = False), info]

_test_bundle = rule(
    doc = "The suites of all test classes, optimized as one file.",
    implementation = _test_bundle_impl,
    attrs = dict({
        "deps": attr.label_list(providers = [J2clInfo]),
        "test_classes": attr.string_list(mandatory = True),
        "externs": attr.label_list(allow_files = [".js"]),
        "closure_defines": attr.string_dict(),
        "flags": attr.string_list(),
    }, **_BUNDLE_ATTRS),
)

def _combined_test_bundle_impl(ctx):
    if ctx.attr.as_shipped:
        # goog.testing would refuse to be in a bundle that is not for debugging.
        flags = application_flags({"goog.DISALLOW_TEST_ONLY_CODE": "false"})
    else:
        flags = _checked_flags()
    return [_bundle(ctx, [b[J2clTestInfo] for b in ctx.attr.bundles], flags, minify = ctx.attr.as_shipped)]

_combined_test_bundle = rule(
    doc = "The suites of several bundles in one.",
    implementation = _combined_test_bundle_impl,
    attrs = dict({
        "bundles": attr.label_list(providers = [J2clTestInfo]),
        "as_shipped": attr.bool(mandatory = True),
    }, **dict(MINIFY_ATTRS, **_BUNDLE_ATTRS)),
)

def _run_bundle(name, report_seconds, runner_args, tags = [], **kwargs):
    """The test NAME, of the bundle NAME_bundle."""
    jvm_run_test(
        name = name,
        main_class = "buildtools.BrowserTestRunner",
        main_args = ["--report_seconds", str(report_seconds)] + runner_args + ["$(rootpath :%s_bundle)" % name],
        data = [":%s_bundle" % name],
        deps = ["//build_defs/tools:browser_test_runner"],
        tags = ["chromium"] + tags,
        **kwargs
    )

def j2cl_combined_test(
        name,
        tests,
        as_shipped = False,
        needs_development = [],
        report_seconds = 120,
        **kwargs):
    """What several j2cl_tests run, in one bundle: compiled in a fraction of the time.

    Args:
      name: of the target
      tests: j2cl_test targets without flags of their own
      as_shipped: whether it is compiled with the flags and the minifier of what ships, not as j2cl_test is
      needs_development: tests that must fail here, 'package.Class#method'
      report_seconds: how long one class may take until its report
      **kwargs: of a test: size, tags, timeout
    """
    _combined_test_bundle(
        name = name + "_bundle",
        testonly = 1,
        as_shipped = as_shipped,
        bundles = [test + "_bundle" for test in tests],
    )
    _run_bundle(
        name,
        report_seconds,
        [arg for test in needs_development for arg in ["--fails", "'%s'" % test]],
        **kwargs
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

    Each class is also a target of its own, 'ClassName-j2cl'.

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

    # Each class also as a target of its own, which `./test --only` runs: nothing else is compiled for it.
    targets = dict({name: classes}, **{c.rpartition(".")[2] + "-j2cl": [c] for c in classes})
    tags = kwargs.pop("tags", [])
    for target, test_classes in targets.items():
        single = [] if target == name else ["manual"]
        _test_bundle(
            name = target + "_bundle",
            testonly = 1,
            visibility = ["//visibility:public"],
            tags = single,
            deps = [":" + name + "_lib"],
            test_classes = test_classes,
            externs = externs,
            closure_defines = closure_defines,
            flags = flags,
        )
        _run_bundle(
            target,
            report_seconds,
            runner_args,
            tags = tags + single,
            **kwargs
        )
