"""The action that runs javac.

Bazel's own java_* rules need JavaBuilder, ijar, singlejar and turbine, which
Debian's bazel-bootstrap does not carry and would fetch.
"""

load(":providers.bzl", "JvmPluginInfo")

JAVAC_ATTRS = {
    "_javac": attr.label(
        default = "//build_defs/tools:javac",
        executable = True,
        cfg = "exec",
    ),
}

PLUGINS_ATTR = attr.label_list(
    doc = "Annotation processors (`jvm_plugin`).",
    providers = [JvmPluginInfo],
    cfg = "exec",
)

def tool_args(ctx):
    """An argument list in a file: persistent workers read nothing else."""
    args = ctx.actions.args()
    args.use_param_file("@%s", use_always = True)
    args.set_param_file_format("multiline")
    return args

def javac_action(
        ctx,
        srcs,
        jar,
        compile_jars,
        generated = None,
        javacopts = [],
        plugins = [],
        resources = {},
        extra_inputs = [],
        mnemonic = "Javac"):
    """Compiles `srcs` to `jar`.

    Args:
      ctx: of a rule with JAVAC_ATTRS
      srcs: .java files and source jars
      jar: output
      compile_jars: depset, the class path
      generated: output for the sources that the plugins write, a source jar, or None
      javacopts: options of javac
      plugins: targets with JvmPluginInfo
      resources: path in the jar -> file
      extra_inputs: files that javacopts name
      mnemonic: of the action
    """
    processor_jars = depset(transitive = [p[JvmPluginInfo].jars for p in plugins])
    args = tool_args(ctx)
    args.add("--out", jar)
    if generated:
        args.add("--gen_out", generated)
    args.add_joined("--cp", compile_jars, join_with = ":", omit_if_empty = True)
    args.add_joined("--processorpath", processor_jars, join_with = ":", omit_if_empty = True)
    for plugin in plugins:
        args.add_all(plugin[JvmPluginInfo].processor_classes, before_each = "--processor")
    args.add_all(javacopts, before_each = "--opt")
    for path, file in resources.items():
        args.add("--resource", "%s=%s" % (path, file.path))
    args.add_all(srcs)
    ctx.actions.run(
        # An executable target, not a path: Bazel 4 starts a persistent worker only for an action that has tools.
        executable = ctx.executable._javac,
        arguments = [args],
        inputs = depset(srcs + resources.values() + extra_inputs, transitive = [compile_jars, processor_jars]),
        outputs = [jar] + ([generated] if generated else []),
        mnemonic = mnemonic,
        progress_message = "Compiling Java of %s" % ctx.label,
        execution_requirements = {"supports-workers": "1"},
    )
