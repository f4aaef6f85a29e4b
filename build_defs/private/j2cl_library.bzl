"""j2cl_library and j2cl_import: Java to JavaScript that Closure Compiler can read."""

load(":javac.bzl", "JAVAC_ATTRS", "PLUGINS_ATTR", "javac_action", "tool_args")
load(":providers.bzl", "J2clInfo", "JvmPluginInfo")

# Compiles against the emulated JRE instead of the JDK's classes, so that what J2CL lacks is a compile error.
_JAVACOPTS = ["-source", "11", "-target", "11", "--system", "none", "-XDstringConcat=inline", "-nowarn", "-Xlint:-options"]

J2CL_ATTRS = dict({
    "_j2cl": attr.label(
        default = "//build_defs/tools:j2cl",
        executable = True,
        cfg = "exec",
    ),
    "_jre": attr.label(default = "@maven//:j2cl_jre", allow_single_file = True),
    # Annotations that every J2CL source may use.
    "_annotations": attr.label_list(
        default = [
            "@maven//:jsinterop_annotations",
            "@maven//:j2cl_gwt_internal_annotations",
            "@maven//:jspecify",
        ],
        allow_files = True,
    ),
}, **JAVAC_ATTRS)

def _field(targets, name):
    return [getattr(t[J2clInfo], name) for t in targets]

def _strip(ctx, srcs):
    out = ctx.actions.declare_file(ctx.label.name + "-stripped.srcjar")
    args = tool_args(ctx)
    args.add("strip")
    args.add("--out", out)
    args.add_all(ctx.attr.exclude, before_each = "--exclude")
    args.add_all(srcs)
    ctx.actions.run(
        executable = ctx.executable._j2cl,
        arguments = [args],
        inputs = srcs,
        outputs = [out],
        mnemonic = "J2clStrip",
        progress_message = "Gathering J2CL sources of %s" % ctx.label,
        execution_requirements = {"supports-workers": "1"},
    )
    return out

def _transpile(ctx, srcjars, compile_jars):
    out = ctx.actions.declare_file(ctx.label.name + ".js.zip")

    # The JRE stands first, as a boot class path would.
    class_path = depset([ctx.file._jre], transitive = [compile_jars], order = "preorder")
    args = tool_args(ctx)
    args.add("transpile")
    args.add("--out", out)
    args.add_joined("--cp", class_path, join_with = ":")
    args.add_all(srcjars)
    ctx.actions.run(
        executable = ctx.executable._j2cl,
        arguments = [args],
        inputs = depset(srcjars, transitive = [class_path]),
        outputs = [out],
        mnemonic = "J2clTranspile",
        progress_message = "Transpiling %s" % ctx.label,
        execution_requirements = {"supports-workers": "1"},
    )
    return out

def _j2cl_library_impl(ctx):
    name = ctx.label.name
    jar = ctx.actions.declare_file("lib%s.jar" % name)
    generated = ctx.actions.declare_file(name + "-gen.srcjar") if ctx.attr.plugins else None
    used = ctx.attr.deps + ctx.attr.exports
    dep_jars = depset(transitive = _field(used, "compile_jars"))
    compile_jars = depset(ctx.files._annotations, transitive = [dep_jars])
    stripped = _strip(ctx, ctx.files.srcs)
    javac_action(
        ctx,
        srcs = [stripped],
        jar = jar,
        compile_jars = compile_jars,
        generated = generated,
        javacopts = _JAVACOPTS + ["--module-path", ctx.file._jre.path],
        plugins = ctx.attr.plugins,
        extra_inputs = [ctx.file._jre],
        mnemonic = "J2clJavac",
    )
    js = _transpile(ctx, [stripped] + ([generated] if generated else []), compile_jars)
    return [
        # The jar too: javac's errors are better than J2CL's, and building it is what shows them.
        DefaultInfo(files = depset([js, jar])),
        J2clInfo(
            compile_jars = depset([jar], transitive = [dep_jars]),
            js = depset([js], transitive = _field(used, "js")),
            externs = depset(ctx.files.externs, transitive = _field(used, "externs")),
        ),
    ]

j2cl_library = rule(
    doc = "Transpiles Java sources. `name` it `foo-j2cl` beside a jvm_library `foo`.",
    implementation = _j2cl_library_impl,
    attrs = dict({
        "srcs": attr.label_list(
            doc = ".java files; .native.js beside the class they belong to; .js files that are goog.modules.",
            allow_files = [".java", ".js", ".srcjar", ".jar"],
        ),
        "deps": attr.label_list(providers = [J2clInfo]),
        "exports": attr.label_list(
            doc = "Dependencies that the users of this target get too.",
            providers = [J2clInfo],
        ),
        "externs": attr.label_list(
            doc = "Externs files: properties named there keep their names wherever they stand, in every bundle with this library.",
            allow_files = [".js"],
        ),
        "plugins": PLUGINS_ATTR,
        "exclude": attr.string_list(doc = "Path prefixes to leave out of source jars."),
    }, **J2CL_ATTRS),
)

def _j2cl_import_impl(ctx):
    used = ctx.attr.deps + ctx.attr.exports
    compile_jars = depset(ctx.files.jar, transitive = _field(used, "compile_jars"))
    stripped = _strip(ctx, ctx.files.srcs or ctx.files.jar)
    js = _transpile(ctx, [stripped], depset(ctx.files._annotations, transitive = [compile_jars]))
    return [
        DefaultInfo(files = depset([js])),
        J2clInfo(
            compile_jars = compile_jars,
            js = depset([js], transitive = _field(used, "js")),
            externs = depset(transitive = _field(used, "externs")),
        ),
    ]

j2cl_import = rule(
    doc = "A jar from elsewhere: its classes are compiled against, its sources (`srcs`, or in the jar) transpiled.",
    implementation = _j2cl_import_impl,
    attrs = dict({
        "jar": attr.label(allow_files = [".jar"], mandatory = True),
        "srcs": attr.label_list(allow_files = [".jar"]),
        "deps": attr.label_list(providers = [J2clInfo]),
        "exports": attr.label_list(providers = [J2clInfo]),
        "exclude": attr.string_list(doc = "Path prefixes to leave out of the sources."),
    }, **J2CL_ATTRS),
)

def _j2cl_annotations_impl(ctx):
    return [
        DefaultInfo(files = depset(ctx.files.jars)),
        J2clInfo(compile_jars = depset(ctx.files.jars), js = depset(), externs = depset()),
    ]

j2cl_annotations = rule(
    doc = "Jars of annotations only, of which nothing is left in JavaScript.",
    implementation = _j2cl_annotations_impl,
    attrs = {"jars": attr.label_list(allow_files = [".jar"])},
)
