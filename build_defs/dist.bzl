"""What is made of bundles before they ship."""

load("//build_defs/private:javac.bzl", "tool_args")

def _sizes_impl(ctx):
    files = [f for f in ctx.files.srcs if not f.basename.endswith(".map")]
    args = tool_args(ctx)
    args.add("--out", ctx.outputs.out)
    args.add_all(files)
    ctx.actions.run(
        executable = ctx.executable._tool,
        arguments = [args],
        inputs = files,
        outputs = [ctx.outputs.out],
        mnemonic = "Sizes",
        progress_message = "Weighing %s" % ctx.label,
    )

sizes = rule(
    doc = "A Markdown table of the sizes of `srcs`, without source maps.",
    implementation = _sizes_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = True),
        "out": attr.output(mandatory = True),
        "_tool": attr.label(
            default = "//build_defs/tools:sizes",
            executable = True,
            cfg = "exec",
        ),
    },
)
