"""The action that makes optimized code short: terser, from the lock file in //build_defs/minify."""

load("@minifier//:defs.bzl", "NODE")

MINIFY_ATTRS = {
    "_minify": attr.label(
        default = "//build_defs/minify:minify.mjs",
        allow_single_file = True,
    ),
    "_minifier": attr.label(default = "@minifier//:packages"),
    "_minifier_root": attr.label(
        default = "@minifier//:package.json",
        allow_single_file = True,
    ),
}

def long_file(ctx, file):
    """Where what `file` is made of lies: a file of that name, for its neighbours and its map are called by theirs."""
    return ctx.actions.declare_file("%s_long/%s" % (ctx.label.name, file.basename))

def minify_action(ctx, files):
    """Minifies.

    Args:
      ctx: of a rule with MINIFY_ATTRS
      files: structs of code, map, out, out_map; the maps are called as the code is, and `.map`
    """
    args = ctx.actions.args()
    args.add(ctx.file._minify)
    args.add(ctx.file._minifier_root)
    for file in files:
        args.add_all([file.code, file.out])
    ctx.actions.run(
        executable = NODE,
        arguments = [args],
        inputs = depset(
            [ctx.file._minify] + [f.code for f in files] + [f.map for f in files],
            transitive = [ctx.attr._minifier[DefaultInfo].files],
        ),
        outputs = [f.out for f in files] + [f.out_map for f in files],
        mnemonic = "Minify",
        progress_message = "Minifying %s" % ctx.label,
    )
