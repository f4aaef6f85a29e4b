package dev.sanguine.js;

import dev.sanguine.env.FocusManager;
import jsinterop.annotations.JsType;

/** The page's one world, see Face.js. */
@JsType(isNative = true, namespace = "sanguine", name = "Face")
public final class Face {
  public static FocusManager focusManager;

  private Face() {}
}
