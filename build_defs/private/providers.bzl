"""What targets tell those that depend on them."""

JvmInfo = provider(
    doc = "Classes for the JVM.",
    fields = {
        "compile_jars": "depset of jars: the class path to compile against",
        "runtime_jars": "depset of jars: the class path to run with",
        "source_jars": "depset of files: the target's own sources",
    },
)

JvmPluginInfo = provider(
    doc = "An annotation processor.",
    fields = {
        "processor_classes": "list of class names",
        "jars": "depset of jars: the processor path",
    },
)

J2clInfo = provider(
    doc = "Java that was transpiled to JavaScript.",
    fields = {
        "compile_jars": "depset of jars: the class path to compile against",
        "js": "depset of zips with JavaScript, source maps and Java sources, transitive",
        "externs": "depset of externs files, transitive",
    },
)

J2clTestInfo = provider(
    doc = "JUnit 4 classes that were transpiled to JavaScript.",
    fields = {
        "test_classes": "list of class names",
        "js": "depset of zips",
        "externs": "depset of files",
    },
)
