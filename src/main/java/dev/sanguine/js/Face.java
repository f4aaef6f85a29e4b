package dev.sanguine.js;

import dev.sanguine.env.Environment;
import dev.sanguine.env.EnvironmentManager;
import dev.sanguine.env.FocusManager;
import dev.sanguine.env.NotifyManager;
import dev.sanguine.env.OnlineManager;
import dev.sanguine.env.TimeoutManager;
import jsinterop.annotations.JsType;

/** The page's one world: its managers, which the module exports. */
@JsType
public final class Face {
  private static final Environment WORLD = world();

  public static final FocusManager focusManager = WORLD.focus;
  public static final OnlineManager onlineManager = WORLD.online;
  public static final NotifyManager notifyManager = WORLD.notify;
  public static final TimeoutManager timeoutManager = WORLD.timeouts;
  public static final EnvironmentManager environmentManager = WORLD.server;

  private Face() {}

  private static Environment world() {
    Environment world = BrowserEnvironment.create();
    Environment.setStandard(world);
    return world;
  }
}
