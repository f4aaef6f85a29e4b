"""What is made of bundles before they ship."""

load("@minifier//:defs.bzl", "NODE")

def _sizes_impl(ctx):
    files = [f for f in ctx.files.srcs if not f.basename.endswith(".map")]
    args = ctx.actions.args()
    args.add_all([ctx.file._tool, ctx.file._packages_root, ctx.outputs.out])
    args.add(json.encode({name: int(limit) for name, limit in ctx.attr.budget.items()}))
    args.add_all(files)
    ctx.actions.run(
        executable = NODE,
        arguments = [args],
        inputs = depset([ctx.file._tool] + files, transitive = [ctx.attr._packages[DefaultInfo].files]),
        outputs = [ctx.outputs.out],
        mnemonic = "Sizes",
        progress_message = "Weighing %s" % ctx.label,
        # For gzip.
        use_default_shell_env = True,
    )

sizes = rule(
    doc = "A Markdown table of the sizes of `srcs`, without source maps; fails if something is heavier than its budget.",
    implementation = _sizes_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = True),
        "out": attr.output(mandatory = True),
        "budget": attr.string_dict(
            doc = "'FILE: name, name' or 'FILE: *', what an app imports -> the bytes it may be after esbuild and gzip -9.",
        ),
        "_tool": attr.label(
            default = "//build_defs/minify:sizes.mjs",
            allow_single_file = True,
        ),
        "_packages": attr.label(default = "@minifier//:packages"),
        "_packages_root": attr.label(
            default = "@minifier//:package.json",
            allow_single_file = True,
        ),
    },
)
