"""One source, two platforms: shared_library and shared_tests.

A shared target `foo` is for the JVM, `foo-j2cl` for J2CL, as J2CL's own
documentation names them. Dependencies are given once, by their JVM names.
"""

load(":j2cl.bzl", "j2cl_library", "j2cl_test")
load(":jvm.bzl", "LINT", "jvm_library", "jvm_test")

# Java 11 is the newest that J2CL reads, and what the published jar asks of a JVM.
SHARED_JAVACOPTS = ["--release", "11"] + LINT

# Annotations that shared code may use without naming them; J2CL has them always.
_JVM_ANNOTATIONS = [
    "//third_party:jsinterop_annotations",
    "//third_party:jspecify",
]

def _j2cl_name(label):
    """'//a/b' -> '//a/b:b-j2cl', ':c' -> ':c-j2cl', '//a:d' -> '//a:d-j2cl'."""
    if ":" not in label:
        label += ":" + label.rpartition("/")[2]
    return label + "-j2cl"

def _basename(path):
    return path.rpartition("/")[2]

def _super_sources():
    """The files that J2CL takes in place of those of the same name; most packages have none."""
    return native.glob(["super-j2cl/**/*.java", "super-j2cl/**/*.js"], allow_empty = True)

def _without_replaced(srcs, super_sources):
    """Drops the sources that a super-source of the same file name replaces."""
    replaced = [_basename(s) for s in super_sources]
    return [s for s in srcs if _basename(s) not in replaced]

def shared_library(
        name,
        srcs,
        deps = [],
        exports = [],
        plugins = [],
        jvm_srcs = [],
        jvm_deps = [],
        j2cl_srcs = [],
        j2cl_deps = [],
        externs = [],
        resources = [],
        javacopts = SHARED_JAVACOPTS,
        **kwargs):
    """A library for both platforms.

    Args:
      name: of the JVM target; the J2CL target is `name-j2cl`
      srcs: Java sources for both. One that has a super-source, a file of the same name in
        super-j2cl/ beside it, is for the JVM; J2CL takes the super-source instead.
      deps: shared libraries
      exports: shared libraries that the users of this one get too
      plugins: annotation processors, run on both
      jvm_srcs: sources for the JVM alone
      jvm_deps: jvm_library targets
      j2cl_srcs: sources for J2CL alone
      j2cl_deps: j2cl_library targets
      externs: names that JavaScript sees; see j2cl_library
      resources: for the jar
      javacopts: of the JVM target
      **kwargs: of both targets: visibility, testonly
    """
    super_sources = _super_sources()
    jvm_library(
        name = name,
        srcs = srcs + jvm_srcs,
        deps = deps + jvm_deps + _JVM_ANNOTATIONS,
        exports = exports,
        plugins = plugins,
        resources = resources,
        javacopts = javacopts,
        **kwargs
    )
    j2cl_library(
        name = name + "-j2cl",
        srcs = _without_replaced(srcs, super_sources) + super_sources + j2cl_srcs,
        deps = [_j2cl_name(d) for d in deps] + j2cl_deps,
        exports = [_j2cl_name(d) for d in exports],
        externs = externs,
        plugins = plugins,
        **kwargs
    )

def _test_classes(srcs):
    """The classes of the files named *Test.java, below the package of this BUILD file."""
    _, _, package = native.package_name().rpartition("java/")
    names = {}
    for src in sorted(srcs):
        if src.endswith("Test.java"):
            path = src.replace("super-j2cl/", "")
            names[(package + "/" + path[:-len(".java")]).replace("/", ".")] = None
    return names.keys()

def shared_tests(
        name,
        srcs,
        deps = [],
        plugins = [],
        jvm_srcs = [],
        jvm_deps = [],
        j2cl_srcs = [],
        j2cl_deps = [],
        externs = [],
        closure_defines = {},
        flags = [],
        report_seconds = 120,
        runner_args = [],
        jvm_flags = [],
        tags = [],
        size = "medium",
        **kwargs):
    """JUnit 4 classes that run on the JVM (`name`) and, as one bundle, in Chromium (`name-j2cl`).

    Args:
      name: of the JVM test; the browser test is `name-j2cl`
      srcs: *Test.java are test classes, the rest is what they share
      deps: shared libraries
      plugins: annotation processors, run on both
      jvm_srcs: sources, tests among them, for the JVM alone
      jvm_deps: jvm_library targets
      j2cl_srcs: sources, tests among them, for the browser alone
      j2cl_deps: j2cl_library targets
      externs: as in j2cl_application
      closure_defines: as in j2cl_application
      flags: as in j2cl_application
      report_seconds: how long one class may take in the browser
      runner_args: of the browser's test runner
      jvm_flags: of the JVM
      tags: of both tests
      size: of both tests
      **kwargs: of both tests
    """
    super_sources = _super_sources()
    on_jvm = _test_classes(srcs + jvm_srcs)
    if on_jvm:
        jvm_test(
            name = name,
            srcs = srcs + jvm_srcs,
            deps = deps + jvm_deps + _JVM_ANNOTATIONS,
            plugins = plugins,
            test_classes = on_jvm,
            jvm_flags = jvm_flags,
            javacopts = SHARED_JAVACOPTS,
            tags = tags,
            size = size,
            **kwargs
        )
    j2cl_sources = _without_replaced(srcs, super_sources) + super_sources + j2cl_srcs
    in_browser = _test_classes(j2cl_sources)
    if in_browser:
        j2cl_test(
            name = name + "-j2cl",
            srcs = j2cl_sources,
            deps = [_j2cl_name(d) for d in deps] + j2cl_deps,
            plugins = plugins,
            test_classes = in_browser,
            externs = externs,
            closure_defines = closure_defines,
            flags = flags,
            report_seconds = report_seconds,
            runner_args = runner_args,
            tags = tags,
            size = size,
            **kwargs
        )
