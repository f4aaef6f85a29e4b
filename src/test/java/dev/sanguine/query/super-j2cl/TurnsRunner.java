package dev.sanguine.query;

import org.junit.runner.Runner;

/** In a browser J2CL's own runner waits for what a test method returns. */
public final class TurnsRunner extends Runner {}
