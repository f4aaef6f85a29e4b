"""Pinned artifacts in one repository, brought by the Maven client and checked by sha256.

Maven is asked, not an address: whatever mirror, proxy or cache its settings name is used.
"""

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>pinned</groupId>
  <artifactId>jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId>
    <artifactId>maven-dependency-plugin</artifactId>
    <version>3.6.1</version>
    <configuration>
      <outputDirectory>${project.basedir}</outputDirectory>
      <artifactItems>
%s
      </artifactItems>
    </configuration>
  </plugin></plugins></build>
</project>
"""

_ITEM = "<artifactItem><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version>" + \
        "<classifier>{}</classifier><type>{}</type><destFileName>{}</destFileName></artifactItem>"

def _maven_jars_impl(ctx):
    if not ctx.which("mvn"):
        fail("Maven is missing; install it with: apt-get install maven.")
    items = []
    sums = []
    build = ['package(default_visibility = ["//visibility:public"])']
    for name, (coordinate, sha256) in sorted(ctx.attr.jars.items()):
        parts = coordinate.split(":")
        group, artifact, version = parts[:3]
        classifier = parts[3] if len(parts) > 3 else ""
        extension = parts[4] if len(parts) > 4 else "jar"
        file = name + "." + extension
        items.append(_ITEM.format(group, artifact, version, classifier, extension, file))
        sums.append("%s  %s" % (sha256, file))
        build.append('filegroup(name = "%s", srcs = ["%s"])' % (name, file))
    ctx.file("pom.xml", _POM % "\n".join(items))
    ctx.file("sha256sums", "\n".join(sums) + "\n")
    _run(ctx, ["mvn", "-q", "-B", "dependency:copy"], "Maven could not bring the pinned jars; is there a network?")
    _run(ctx, ["sha256sum", "--check", "--quiet", "sha256sums"], "A jar is not the one that was pinned in third_party/.")
    ctx.file("BUILD", "\n".join(build) + "\n")

def _run(ctx, command, complaint):
    result = ctx.execute(command, timeout = 1800)
    if result.return_code:
        fail("%s\n%s%s" % (complaint, result.stdout, result.stderr))

maven_jars = repository_rule(
    doc = "One filegroup per entry of `jars`.",
    implementation = _maven_jars_impl,
    attrs = {
        "jars": attr.string_list_dict(
            doc = "Name -> [group:artifact:version[:classifier[:extension]], sha256].",
            mandatory = True,
        ),
    },
)
