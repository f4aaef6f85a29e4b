"""Java for the JVM: jvm_library, jvm_import, jvm_plugin, jvm_binary, jvm_test.

They mean what Bazel's java_* rules mean, attribute for attribute, and need no
more than a JDK.
"""

load("//build_defs/private:javac.bzl", "JAVAC_ATTRS", "PLUGINS_ATTR", "javac_action")
load("//build_defs/private:launcher.bzl", "jvm_run", "jvm_run_test")
load("//build_defs/private:providers.bzl", "JvmInfo", "JvmPluginInfo")

# What our own code has to live up to. `processing` complains of annotations that no processor claims,
# `classfile` of other people's jars, `options` of a JDK newer than the release.
LINT = ["-Xlint:all,-processing,-classfile,-options", "-Werror"]

# Code that is for the JVM alone.
JVM_JAVACOPTS = ["--release", "17"] + LINT

def _field(targets, name):
    return [getattr(t[JvmInfo], name) for t in targets]

def _jvm_library_impl(ctx):
    name = ctx.label.name
    jar = ctx.actions.declare_file("lib%s.jar" % name)
    generated = ctx.actions.declare_file("lib%s-gen.srcjar" % name) if ctx.attr.plugins else None
    used = ctx.attr.deps + ctx.attr.exports
    compile_jars = depset(transitive = _field(used, "compile_jars"))
    javac_action(
        ctx,
        srcs = ctx.files.srcs,
        jar = jar,
        compile_jars = compile_jars,
        generated = generated,
        javacopts = ctx.attr.javacopts,
        plugins = ctx.attr.plugins,
        resources = {_resource_path(f): f for f in ctx.files.resources},
    )
    return [
        DefaultInfo(files = depset([jar])),
        JvmInfo(
            # Transitive: javac needs the supertypes of what it sees.
            compile_jars = depset([jar], transitive = [compile_jars]),
            runtime_jars = depset([jar], transitive = _field(used + ctx.attr.runtime_deps, "runtime_jars")),
            source_jars = depset(ctx.files.srcs + ([generated] if generated else [])),
        ),
    ]

def _resource_path(file):
    """The path below the source root `java`, `javatests` or `resources`, as java_library has it."""
    for root in ["/java/", "/javatests/", "/resources/"]:
        _, found, path = file.short_path.partition(root)
        if found:
            return path
    return file.short_path

jvm_library = rule(
    doc = "Compiles Java sources to a jar.",
    implementation = _jvm_library_impl,
    attrs = dict({
        "srcs": attr.label_list(allow_files = [".java", ".srcjar", ".jar"]),
        "deps": attr.label_list(providers = [JvmInfo]),
        "exports": attr.label_list(
            doc = "Dependencies that the users of this target get too.",
            providers = [JvmInfo],
        ),
        "runtime_deps": attr.label_list(providers = [JvmInfo]),
        "plugins": PLUGINS_ATTR,
        "resources": attr.label_list(allow_files = True),
        "javacopts": attr.string_list(default = JVM_JAVACOPTS),
    }, **JAVAC_ATTRS),
)

def _jvm_import_impl(ctx):
    used = ctx.attr.deps + ctx.attr.exports
    return [
        DefaultInfo(files = depset(ctx.files.jars)),
        JvmInfo(
            compile_jars = depset(ctx.files.jars, transitive = _field(used, "compile_jars")),
            runtime_jars = depset(ctx.files.jars, transitive = _field(used + ctx.attr.runtime_deps, "runtime_jars")),
            source_jars = depset(),
        ),
    ]

jvm_import = rule(
    doc = "Jars that exist already.",
    implementation = _jvm_import_impl,
    attrs = {
        "jars": attr.label_list(allow_files = [".jar"]),
        "deps": attr.label_list(providers = [JvmInfo]),
        "exports": attr.label_list(providers = [JvmInfo]),
        "runtime_deps": attr.label_list(providers = [JvmInfo]),
    },
)

def _jvm_plugin_impl(ctx):
    return [JvmPluginInfo(
        processor_classes = ctx.attr.processor_classes,
        jars = depset(transitive = _field(ctx.attr.deps, "runtime_jars")),
    )]

jvm_plugin = rule(
    doc = "An annotation processor, for the attribute `plugins`.",
    implementation = _jvm_plugin_impl,
    attrs = {
        "processor_classes": attr.string_list(mandatory = True),
        "deps": attr.label_list(providers = [JvmInfo]),
    },
)

def jvm_binary(name, main_class, srcs = [], deps = [], **kwargs):
    """A program: `bazel run` starts it."""
    if srcs:
        jvm_library(name = name + "_lib", srcs = srcs, deps = deps)
        deps = [":" + name + "_lib"]
    jvm_run(name = name, main_class = main_class, deps = deps, **kwargs)

def jvm_test(name, srcs, test_classes, deps = [], plugins = [], javacopts = JVM_JAVACOPTS, **kwargs):
    """JUnit 4 classes, all in one JVM.

    Each class is also a target of its own, 'ClassName'.

    Args:
      name: of the target
      srcs: the classes and what they share
      test_classes: names of the classes to run; a class with @Test methods that is not named here fails the test
      deps: what they use, besides JUnit
      plugins: annotation processors
      javacopts: options of javac
      **kwargs: of a test: size, tags, timeout, data, jvm_flags
    """
    jvm_library(
        name = name + "_lib",
        testonly = 1,
        srcs = srcs,
        deps = deps + ["//third_party:junit"],
        plugins = plugins,
        javacopts = javacopts,
    )
    data = [":%s_lib" % name] + kwargs.pop("data", [])
    tags = ["jvm"] + kwargs.pop("tags", [])
    jar = ["--jar", "$(rootpath :%s_lib)" % name]
    for target, args in dict({name: jar + test_classes}, **{c.rpartition(".")[2]: [c] for c in test_classes}).items():
        jvm_run_test(
            name = target,
            main_class = "buildtools.JUnitRunner",
            main_args = args,
            data = data,
            deps = [":%s_lib" % name, "//build_defs/tools:junit_runner"],
            tags = tags + ([] if target == name else ["manual"]),
            **kwargs
        )
