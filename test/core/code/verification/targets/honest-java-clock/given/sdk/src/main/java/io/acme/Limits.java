package io.acme;

import java.time.Duration;

final class Limits {
  static final int REQUESTS = 20;
  static final Duration WINDOW = Duration.ofMinutes(1);

  private Limits() {}
}
