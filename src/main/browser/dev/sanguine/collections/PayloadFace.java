package dev.sanguine.collections;

import dev.sanguine.env.Environment;
import dev.sanguine.env.Seq;
import dev.sanguine.env.Table;
import dev.sanguine.json.Json;
import dev.sanguine.payload.FetchHttp;
import dev.sanguine.payload.PayloadClient;
import dev.sanguine.payload.PayloadCollection;
import dev.sanguine.payload.PayloadError;
import dev.sanguine.query.callbacks.Convert;
import jsinterop.annotations.JsOptional;
import jsinterop.annotations.JsType;
import jsinterop.base.Js;

/** What {@code sanguine/payload} gives. */
@JsType
public final class PayloadFace {
  private static final Seq<String> NAMES =
      Seq.of("url", "records", "version", "depth", "timeout", "headers", "fetch", "coalesce");

  private PayloadFace() {}

  /** The collection of that name; what is given in the options that has another name is refused. */
  public static CollectionFace payloadCollection(String slug, @JsOptional Object options) {
    return CollectionOptions.plainly(Environment.standard(), () -> collection(slug, options));
  }

  private static CollectionFace collection(String slug, Object options) {
    Json.names(options).each(name -> {
      if (!NAMES.has(name)) {
        throw new IllegalArgumentException(
            "payloadCollection '" + slug + "': " + name + " is no option; give "
                + "url, records, version, depth, timeout, headers, fetch, coalesce");
      }
    });
    FetchHttp.FetchFunction fetch = Js.uncheckedCast(Json.get(options, "fetch"));
    String url = Json.string(options, "url");
    PayloadCollection<Object> rest = new PayloadClient(
            fetch == null ? new FetchHttp() : FetchHttp.by(fetch),
            Environment.standard(),
            url == null ? "/api" : url)
        .collection(slug);
    return new CollectionFace(
        new CollectionOptions<>(rest, settings(rest.slug(), options), new Table<>()));
  }

  private static CollectionSettings settings(String slug, Object options) {
    String type = Json.string(options, "records");
    CollectionSettings settings = new CollectionSettings(type == null ? slug : type);
    Object version = Json.get(options, "version");
    settings.version = version == null ? settings.version : Json.string(options, "version");
    double depth = Json.number(options, "depth");
    settings.depth = depth >= 0 ? (int) depth : -1;
    double timeout = Json.number(options, "timeout");
    settings.timeout = timeout >= 0 ? timeout : -1;
    settings.coalesces = Json.bool(options, "coalesce");
    Object headers = Json.get(options, "headers");
    settings.headers = Js.typeof(headers).equals("function")
        ? () -> Js.<Convert>uncheckedCast(headers).convert(null)
        : () -> headers;
    return settings;
  }

  /** What is wrong with which field, as the server says it: a list of {@code { path, message, label }}. Empty if it says nothing. */
  public static Object fieldErrors(Object error) {
    return error instanceof PayloadError
        ? Json.arrayOf(((PayloadError) error).fieldErrors().map(field -> {
          Object said = Json.object("path", field.path, "message", field.message);
          return field.label == null ? said : Json.with(said, "label", field.label);
        }))
        : Json.array();
  }
}
