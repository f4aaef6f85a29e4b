"""Node and what npm installs from a lock file, as a repository.

npm is asked, not an address: whatever registry, proxy or cache its settings name is used. The lock file
holds a checksum of each package, and npm refuses what has another.
"""

_REMEDY = "install Node 20 or newer, with npm"

def _npm_packages_impl(ctx):
    node = ctx.which("node")
    npm = ctx.which("npm")
    if not node or not npm:
        fail("There is no node or no npm on the PATH; %s." % _REMEDY)
    for file in [ctx.attr.package_json, ctx.attr.package_lock, ctx.attr.npmrc]:
        ctx.symlink(file, file.name)
    result = ctx.execute(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        timeout = 600,
    )
    if result.return_code:
        fail("npm could not install the packages of %s; is there a network?\n%s%s" % (
            ctx.attr.package_lock,
            result.stdout,
            result.stderr,
        ))

    # Actions name node by its path; this file is the input that tells one node from another.
    ctx.file("version.txt", ctx.execute([node, "--version"]).stdout)
    ctx.file("defs.bzl", "NODE = %r\n" % str(node.realpath))
    ctx.file("BUILD", """package(default_visibility = ["//visibility:public"])
exports_files(["defs.bzl", "package.json"])
filegroup(name = "packages", srcs = glob(["node_modules/**"]) + ["package.json", "version.txt"])
""")

npm_packages = repository_rule(
    doc = "`:packages`, what `npm ci` installs, and in `defs.bzl` the path of node.",
    implementation = _npm_packages_impl,
    attrs = {
        "package_json": attr.label(allow_single_file = True, mandatory = True),
        "package_lock": attr.label(allow_single_file = True, mandatory = True),
        "npmrc": attr.label(allow_single_file = True, mandatory = True),
    },
    environ = ["PATH"],
)
