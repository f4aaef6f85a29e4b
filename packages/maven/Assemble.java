import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts together what ships to Maven users, as a repository: {@code Assemble BAZEL_BIN OUT}. Run from the root of the
 * tree, after the libraries were built. The same inputs give the same bytes.
 */
final class Assemble {
  private static final String GROUP = "dev/sanguine/";
  /** What both runtimes have, and what each has alone. */
  private static final Path SHARED_SOURCES = Path.of("src/main/java/dev/sanguine");

  private static final Path JVM_SOURCES = Path.of("src/main/jvm/dev/sanguine");
  private static final Path BROWSER_SOURCES = Path.of("src/main/browser/dev/sanguine");
  private static final Path TEMPLATES = Path.of("packages/maven/package");
  private static final List<String> SHARED = List.of(
      "client",
      "collections",
      "env",
      "html",
      "json",
      "law",
      "log",
      "payload",
      "query",
      "records",
      "testkit");
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2010, 1, 1, 0, 0);

  private final Path built;
  private final Path out;
  private final String version;
  private final Map<String, String> pinned = new TreeMap<>();

  private Assemble(Path built, Path out) throws IOException {
    this.built = built;
    this.out = out;
    version = Files.readString(Path.of("packages/VERSION")).trim();
    Matcher jar = Pattern.compile("\"(\\w+)\": \\[\"[^:\"]+:[^:\"]+:([^:\"]+)")
        .matcher(Files.readString(Path.of("third_party/jars.bzl")));
    while (jar.find()) {
      pinned.put(jar.group(1), jar.group(2));
    }
  }

  public static void main(String[] args) throws Exception {
    Assemble assemble = new Assemble(Path.of(args[0]), Path.of(args[1]));
    assemble.clean();
    assemble.jvm();
    assemble.j2cl();
  }

  /** Classes for the JVM, and the sources that they are made of. */
  private void jvm() throws Exception {
    Map<String, byte[]> sources = new TreeMap<>();
    Map<String, byte[]> jar = common("sanguine");
    for (String name : SHARED) {
      unzip(built.resolve(SHARED_SOURCES).resolve(name).resolve("lib" + name + ".jar"), jar);
      addJava(SHARED_SOURCES, name, sources);
      addJava(JVM_SOURCES, name, sources);
    }
    unzip(built.resolve(JVM_SOURCES).resolve("jvm/libjvm.jar"), jar);
    addJava(JVM_SOURCES, "jvm", sources);
    jar.putAll(sources);
    publish("sanguine", jar, sources);
  }

  /** The sources of one package and of those below it. */
  private static void addJava(Path root, String name, Map<String, byte[]> sources)
      throws IOException {
    if (!Files.isDirectory(root.resolve(name))) {
      return;
    }
    try (Stream<Path> files = Files.walk(root.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(GROUP + root.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  /** Sources as J2CL takes them, those of the browser in the place of those of the JVM, and classes that are compiled of these. */
  private void j2cl() throws Exception {
    Map<String, byte[]> sources = new TreeMap<>();
    Map<String, byte[]> jar = common("sanguine-j2cl");
    for (String name : SHARED) {
      addJ2cl(built.resolve(SHARED_SOURCES), name, jar, sources);
    }
    addJ2cl(built.resolve(BROWSER_SOURCES), "js", jar, sources);
    sources.replaceAll((file, source) -> file.endsWith(".java") ? withoutNullness(source) : source);
    sources.put(
        GROUP + "Sanguine.gwt.xml", Files.readAllBytes(TEMPLATES.resolve("Sanguine.gwt.xml")));
    jar.putAll(sources);
    jar.put(
        "META-INF/externs/sanguine.externs.js",
        Files.readAllBytes(BROWSER_SOURCES.resolve("js/sanguine.externs.js")));
    publish("sanguine-j2cl", jar, sources);
  }

  private static void addJ2cl(
      Path root, String name, Map<String, byte[]> jar, Map<String, byte[]> sources)
      throws IOException {
    unzip(root.resolve(name).resolve("lib" + name + "-j2cl.jar"), jar);
    unzip(root.resolve(name).resolve(name + "-j2cl-stripped.srcjar"), sources);
  }

  /** J2CL's Maven plugin finds no annotations of others; those in the classes remain. Lines stay where they are. */
  private static byte[] withoutNullness(byte[] source) {
    return text(new String(source, StandardCharsets.UTF_8)
        .replaceAll("(?m)^import org\\.jspecify\\.annotations\\.\\w+;$", "")
        .replaceAll("(?m)^@NullMarked$", "")
        .replaceAll("@Nullable\\b ?", ""));
  }

  /** What every jar has. */
  private Map<String, byte[]> common(String artifact) throws IOException {
    Map<String, byte[]> jar = new TreeMap<>();
    String home = "META-INF/maven/dev.sanguine/" + artifact + "/";
    jar.put(home + "pom.xml", pom(artifact));
    jar.put(
        home + "pom.properties",
        text("groupId=dev.sanguine\nartifactId=" + artifact + "\nversion=" + version + "\n"));
    jar.put("META-INF/LICENSE", Files.readAllBytes(Path.of("LICENSE")));
    jar.put("META-INF/NOTICE", Files.readAllBytes(Path.of("NOTICE")));
    return jar;
  }

  private byte[] pom(String artifact) throws IOException {
    String pom =
        Files.readString(TEMPLATES.resolve(artifact + ".pom.xml")).replace("${sanguine}", version);
    Matcher name = Pattern.compile("\\$\\{pinned\\.(\\w+)}").matcher(pom);
    return text(name.replaceAll(found -> {
      String version = pinned.get(found.group(1));
      if (version == null) {
        throw new IllegalStateException("third_party/jars.bzl has no " + found.group(1)
            + "; name one of its jars in " + artifact + ".pom.xml.");
      }
      return version;
    }));
  }

  private void publish(String artifact, Map<String, byte[]> jar, Map<String, byte[]> sources)
      throws Exception {
    Path home = out.resolve(GROUP).resolve(artifact).resolve(version);
    Files.createDirectories(home);
    String name = artifact + "-" + version;
    String module = "Automatic-Module-Name: dev.sanguine"
        + (artifact.endsWith("-j2cl") ? ".j2cl" : "") + "\r\n";
    write(home.resolve(name + ".jar"), zip(module, jar));
    write(home.resolve(name + "-sources.jar"), zip("", sources));
    write(home.resolve(name + "-javadoc.jar"), zip("", javadoc(sources)));
    write(home.resolve(name + ".pom"), pom(artifact));
  }

  /** The pages that javadoc makes of the sources. */
  private Map<String, byte[]> javadoc(Map<String, byte[]> sources) throws Exception {
    Path work = Files.createTempDirectory("sanguine-javadoc");
    try {
      List<String> arguments = new ArrayList<>(List.of(
          "-quiet",
          "-notimestamp",
          "-Xdoclint:none",
          "-encoding",
          "UTF-8",
          "-docencoding",
          "UTF-8",
          "--release",
          "17",
          "-windowtitle",
          "Sanguine " + version,
          "-classpath",
          libraries(),
          "-d",
          work.resolve("pages").toString()));
      for (Map.Entry<String, byte[]> source : sources.entrySet()) {
        if (source.getKey().endsWith(".java")) {
          Path file = work.resolve("sources").resolve(source.getKey());
          Files.createDirectories(file.getParent());
          Files.write(file, source.getValue());
          arguments.add(file.toString());
        }
      }
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
      if (ToolProvider.findFirst("javadoc")
              .orElseThrow()
              .run(log, log, arguments.toArray(new String[0]))
          != 0) {
        throw new IllegalStateException(
            "javadoc failed:\n" + said.toString(StandardCharsets.UTF_8));
      }
      Map<String, byte[]> pages = new TreeMap<>();
      try (Stream<Path> files = Files.walk(work.resolve("pages"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          pages.put(work.resolve("pages").relativize(file).toString(), Files.readAllBytes(file));
        }
      }
      return pages;
    } finally {
      delete(work);
    }
  }

  /** The jars that the sources name, which Bazel has brought. */
  private String libraries() throws IOException {
    Path jars = built.toRealPath().resolve("../../../../../external/maven").normalize();
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** A file of the repository, with the checksum that Maven asks for. */
  private static void write(Path file, byte[] content) throws Exception {
    Files.write(file, content);
    StringBuilder hex = new StringBuilder();
    for (byte b : MessageDigest.getInstance("SHA-1").digest(content)) {
      hex.append(String.format("%02x", b));
    }
    Files.writeString(Path.of(file + ".sha1"), hex);
  }

  private static byte[] zip(String attributes, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\r\n" + attributes + "\r\n"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static void unzip(Path from, Map<String, byte[]> to) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile())) {
      for (ZipEntry entry : zip.stream()
          .filter(e -> !e.isDirectory() && !e.getName().equals("META-INF/MANIFEST.MF"))
          .toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          to.put(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private void clean() throws IOException {
    if (Files.exists(out)) {
      delete(out);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
