"""The JDK that is installed, as a repository.

Bazel's own @local_jdk loads rules that Debian's Bazel would fetch.
"""

_OLDEST = 17

_REMEDY = "install one with: apt-get install openjdk-17-jdk-headless, or set JAVA_HOME to it"

def _home(ctx):
    if ctx.os.environ.get("JAVA_HOME"):
        return ctx.os.environ["JAVA_HOME"]
    javac = ctx.which("javac")
    if not javac:
        fail("There is no JDK on the PATH; %s." % _REMEDY)
    return str(javac.realpath.dirname.dirname)

def _version(ctx, home):
    result = ctx.execute([home + "/bin/java", "-XshowSettings:properties", "-version"])
    for line in result.stderr.split("\n"):
        if "java.version =" in line:
            return line.split("=")[1].strip()
    return "0"

def _jdk_repository_impl(ctx):
    home = _home(ctx)
    if not ctx.path(home + "/bin/javac").exists:
        fail("%s holds no JDK (no bin/javac); %s." % (home, _REMEDY))
    version = _version(ctx, home)
    if int(version.split(".")[0].split("-")[0]) < _OLDEST:
        fail("The JDK in %s is %s, the build needs %d or newer; %s." % (home, version, _OLDEST, _REMEDY))

    # Actions name the JDK by its path; this file is the input that tells one JDK from another.
    ctx.file("version.txt", home + "\n" + version + "\n")
    ctx.file("defs.bzl", "JAVA_HOME = %r\n" % home)
    ctx.file("BUILD", 'exports_files(["version.txt", "defs.bzl"], visibility = ["//visibility:public"])\n')

jdk_repository = repository_rule(
    doc = "Names the JDK of JAVA_HOME, or of the javac on the PATH.",
    implementation = _jdk_repository_impl,
    environ = ["JAVA_HOME", "PATH"],
    local = True,
)
