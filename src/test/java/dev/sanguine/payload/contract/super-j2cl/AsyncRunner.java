package dev.sanguine.payload.contract;

import org.junit.runner.Runner;

/** In a browser J2CL's own runner waits for what a test method returns. */
public final class AsyncRunner extends Runner {}
