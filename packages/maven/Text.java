import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Prints one file of a jar: {@code Text JAR NAME}. */
final class Text {
  public static void main(String[] args) throws Exception {
    try (ZipFile jar = new ZipFile(Path.of(args[0]).toFile())) {
      jar.getInputStream(jar.getEntry(args[1])).transferTo(System.out);
    }
  }
}
