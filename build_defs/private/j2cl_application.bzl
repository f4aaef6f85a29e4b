"""j2cl_application: JavaScript for a page or for Node, optimized as a whole."""

load(":closure.bzl", "CLOSURE_ATTRS", "MODULE_FLAGS", "SHIPPED", "application_flags", "closure_action", "module_name")
load(":minify.bzl", "MINIFY_ATTRS", "long_file", "minify_action")
load(":providers.bzl", "J2clInfo")

_ChunkInfo = provider(
    doc = "A part of an application that is loaded as a file of its own.",
    fields = {
        "name": "name of the file, without its ending",
        "module": "goog.module of the entry",
        "entry": "the entry's file",
        "exports": "list of exported names",
        "js": "depset of zips",
        "externs": "depset of files",
    },
)

def _entry(ctx, out_name):
    """Writes the module that publishes `exports`."""
    lines = [
        "/** @fileoverview Publishes what the application exports; $x holds it until the output is printed. */",
        "goog.module('%s');" % module_name(ctx.label),
    ]
    variables = {}
    for namespace in ctx.attr.entry_points:
        lines.append("goog.require('%s');" % namespace)
    for symbol, target in ctx.attr.exports.items():
        namespace, _, member = target.partition("#")
        if namespace not in variables:
            variables[namespace] = "m%d" % len(variables)
            lines.append("const %s = goog.require('%s');" % (variables[namespace], namespace))
        lines.append("$x['%s'] = %s%s;" % (symbol, variables[namespace], "." + member if member else ""))
    entry = ctx.actions.declare_file(ctx.label.name + "_entry.js")
    ctx.actions.write(entry, "\n".join(lines) + "\n")
    return _ChunkInfo(
        name = out_name,
        module = module_name(ctx.label),
        entry = entry,
        exports = ctx.attr.exports.keys(),
        js = depset(transitive = [d[J2clInfo].js for d in ctx.attr.deps]),
        externs = depset(transitive = [d[J2clInfo].externs for d in ctx.attr.deps]),
    )

_ENTRY_ATTRS = {
    "exports": attr.string_dict(
        doc = "Exported name -> 'java.package.Type' or 'java.package.Type#staticMember', by their JavaScript names.",
    ),
    "entry_points": attr.string_list(doc = "Modules to load for what they do."),
    "deps": attr.label_list(providers = [J2clInfo]),
}

def _j2cl_chunk_impl(ctx):
    chunk = _entry(ctx, ctx.attr.out or ctx.label.name)
    return [chunk, DefaultInfo(files = depset([chunk.entry]))]

j2cl_chunk = rule(
    doc = "One of several ES modules of a j2cl_application.",
    implementation = _j2cl_chunk_impl,
    attrs = dict({
        "out": attr.string(doc = "Name of the file, without its ending; the target's name by default."),
    }, **_ENTRY_ATTRS),
)

_WRAPPERS = {
    # The compiler's tool turns what is put on $x into exports.
    "esm": "%output%",
    "cjs": "(function($x){%output%}).call(globalThis,module.exports);",
    "iife": "(function($x){%output%}).call(globalThis,globalThis.{global_name}={});",
}

def _wrapper(ctx, chunk):
    text = _WRAPPERS[ctx.attr.format].replace("{global_name}", ctx.attr.global_name)
    file = ctx.actions.declare_file("%s_%s_wrapper.txt" % (ctx.label.name, chunk.name))
    ctx.actions.write(file, text)
    return file

_ENDINGS = {"esm": ".mjs", "cjs": ".cjs", "iife": ".js"}

def _j2cl_application_impl(ctx):
    parts = [c[_ChunkInfo] for c in ctx.attr.chunks] or [_entry(ctx, ctx.attr.out or ctx.label.name)]
    if len(parts) > 1 and ctx.attr.format != "esm":
        fail("several chunks need format = \"esm\"")
    chunks = []
    minified = []
    for part in parts:
        out = ctx.actions.declare_file(part.name + ctx.attr.suffix + _ENDINGS[ctx.attr.format])
        out_map = ctx.actions.declare_file(out.basename + ".map")
        chunk = struct(
            name = part.name,
            module = part.module,
            wrapper = _wrapper(ctx, part),
            out = long_file(ctx, out) if ctx.attr.minify else out,
            map = long_file(ctx, out_map) if ctx.attr.minify else out_map,
        )
        chunks.append(chunk)
        minified.append(struct(code = chunk.out, map = chunk.map, out = out, out_map = out_map))
    flags = application_flags(
        ctx.attr.closure_defines,
        ctx.attr.jre_checks_check_level,
        ctx.attr.jre_class_metadata,
        ctx.attr.rewrite_polyfills,
    )
    if ctx.attr.format == "esm":
        flags += MODULE_FLAGS
    closure_action(
        ctx,
        chunks,
        zips = depset(ctx.files._runtime, transitive = [p.js for p in parts]),
        externs = depset(ctx.files.externs, transitive = [p.externs for p in parts]),
        flags = flags + ctx.attr.flags,
        extra_js = [p.entry for p in parts],
        quick = ctx.attr.quick,
    )
    if ctx.attr.minify:
        minify_action(ctx, minified)
    return [DefaultInfo(files = depset([f.out for f in minified] + [f.out_map for f in minified]))]

j2cl_application = rule(
    doc = "One optimized bundle, or several ES modules (`chunks`) each of which imports from those before it.",
    implementation = _j2cl_application_impl,
    attrs = dict({
        "chunks": attr.label_list(
            doc = "j2cl_chunk targets, instead of `exports`, `entry_points` and `deps`.",
            providers = [_ChunkInfo],
        ),
        "out": attr.string(doc = "Name of the file, without its ending; the target's name by default."),
        "suffix": attr.string(doc = "Of the files' names, before their endings, so that the same chunks can be built in several ways."),
        "format": attr.string(
            doc = "ES module (.mjs), CommonJS (.cjs) or classic script (.js).",
            values = ["esm", "cjs", "iife"],
            default = "esm",
        ),
        "global_name": attr.string(
            doc = "The global that holds the exports of a classic script.",
            default = "J2CL",
        ),
        "minify": attr.bool(doc = "Whether it ships: terser writes it short."),
        "quick": attr.bool(doc = "Whether somebody waits for it: Closure leaves out what takes it long, and the code is a fifth longer."),
        "externs": attr.label_list(
            doc = "Externs files, besides those of the libraries.",
            allow_files = [".js"],
        ),
        "closure_defines": attr.string_dict(doc = "goog.define name -> value."),
        "jre_checks_check_level": attr.string(default = SHIPPED.checks, values = ["NORMAL", "OPTIMIZED", "MINIMAL"]),
        "jre_class_metadata": attr.string(default = SHIPPED.metadata, values = ["SIMPLE", "STRIPPED"]),
        "rewrite_polyfills": attr.bool(default = SHIPPED.polyfills),
        "flags": attr.string_list(doc = "Further flags of Closure Compiler."),
    }, **dict(CLOSURE_ATTRS, **dict(MINIFY_ATTRS, **_ENTRY_ATTRS))),
)
