package dev.sanguine.js.jvm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import dev.sanguine.collections.CachedCollection;
import dev.sanguine.env.Environment;
import dev.sanguine.law.Intent;
import dev.sanguine.log.EventLog;
import dev.sanguine.query.QueryClient;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jsinterop.annotations.JsIgnore;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsOverlay;
import jsinterop.annotations.JsProperty;
import jsinterop.annotations.JsType;
import org.junit.Test;

/**
 * sanguine.externs.js names every public member of every type that JavaScript sees, and nothing else. One that it lacks gets
 * another name in each build: an option of that name is never read, and what is written under it is not found again. One
 * that nothing has is kept in vain, wherever the compiler meets the word.
 */
public class ExternsTest {
  private static final Path BROWSER = Path.of("src/main/browser/dev/sanguine");
  private static final Path FILE = BROWSER.resolve("js/sanguine.externs.js");
  private static final Pattern NAMED = Pattern.compile("\\.prototype\\.(\\w+);");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** What code may mean by a name of a member: {@code .name}, {@code name: value}, {@code String name;}, {@code { name }}. */
  private static final Pattern MEMBER = Pattern.compile("(?<=\\.)\\w+|\\w+(?=[:;]| })");

  /** A class that stands for a plain object of JavaScript, and a member of such a class. */
  private static final String PLAIN_OBJECT =
      "@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = \"Object\")";

  private static final Pattern FIELD =
      Pattern.compile("^  public [\\w<>?., ]+ (\\w+);", Pattern.MULTILINE);

  @Test
  public void everyMemberThatJavaScriptSees_isNamed() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (Class<?> type : typesOfJavaScript()) {
      for (String name : membersOf(type)) {
        missing.add(name + " of " + type.getSimpleName());
      }
    }
    Set<String> named = named();
    missing.removeIf(member -> named.contains(member.substring(0, member.indexOf(' '))));
    assertEquals("", String.join(", ", missing));
  }

  @Test
  public void everyMemberOfAPlainObject_isNamed() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (String code : codeOfTheBrowser()) {
      if (code.contains(PLAIN_OBJECT)) {
        missing.addAll(found(FIELD, code, 1));
      }
    }
    assertTrue(missing.contains("fetchFn"));
    missing.removeAll(named());
    assertEquals("", String.join(", ", missing));
  }

  @Test
  public void everyName_isAMember_ofATypeOrInTheBrowsersOwnCode() throws Exception {
    Set<String> unused = named();
    for (Class<?> type : typesOfJavaScript()) {
      unused.removeAll(membersOf(type));
    }
    for (String code : codeOfTheBrowser()) {
      unused.removeAll(found(MEMBER, code, 0));
    }
    assertEquals("", String.join(", ", unused));
  }

  @Test
  public void theTypesAreFound() throws Exception {
    assertTrue(membersOf(QueryClient.class).contains("setQueryData"));
    assertTrue(typesOfJavaScript().contains(QueryClient.class));
  }

  private static Set<String> named() throws IOException {
    return found(NAMED, Files.readString(FILE), 1);
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes and modules that only the browser has, without their comments. */
  private static List<String> codeOfTheBrowser() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(BROWSER)) {
      for (Path file : files.filter(ExternsTest::isCode).collect(Collectors.toList())) {
        all.add(COMMENT.matcher(Files.readString(file)).replaceAll(" "));
      }
    }
    return all;
  }

  private static boolean isCode(Path file) {
    return !file.equals(FILE) && file.toString().matches(".*\\.(java|js)");
  }

  private static List<Class<?>> typesOfJavaScript() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> one : List.of(
        Environment.class,
        Intent.class,
        QueryClient.class,
        EventLog.class,
        CachedCollection.class)) {
      try (JarFile jar = new JarFile(
          new File(one.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
        for (String file : jar.stream()
            .map(Object::toString)
            .filter(name -> name.endsWith(".class"))
            .collect(Collectors.toList())) {
          Class<?> type = Class.forName(
              file.replace(".class", "").replace('/', '.'), false, one.getClassLoader());
          if (type.isAnnotationPresent(JsType.class)) {
            types.add(type);
          }
        }
      }
    }
    return types;
  }

  private static Set<String> membersOf(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isSeen(field, field)) {
        JsProperty property = field.getAnnotation(JsProperty.class);
        names.add(property == null ? field.getName() : given(property.name(), field.getName()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isSeen(method, method)) {
        JsMethod asMethod = method.getAnnotation(JsMethod.class);
        JsProperty asProperty = method.getAnnotation(JsProperty.class);
        names.add(
            asProperty != null
                ? given(asProperty.name(), ofAccessor(method.getName()))
                : asMethod != null ? given(asMethod.name(), method.getName()) : method.getName());
      }
    }
    return names;
  }

  private static boolean isSeen(Member member, AnnotatedElement annotated) {
    return Modifier.isPublic(member.getModifiers())
        && !Modifier.isStatic(member.getModifiers())
        && !member.isSynthetic()
        && !annotated.isAnnotationPresent(JsIgnore.class)
        && !annotated.isAnnotationPresent(JsOverlay.class);
  }

  /** Annotations without a name have a text that stands for none. */
  private static String given(String name, String otherwise) {
    return name.startsWith("<") ? otherwise : name;
  }

  /** {@code isStale} and {@code getMeta} are the properties {@code stale} and {@code meta}. */
  private static String ofAccessor(String name) {
    String bare = name.replaceFirst("^(get|set|is)", "");
    return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }
}
