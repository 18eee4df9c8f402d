package io.acme;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** RL1, RL2. */
public final class RateLimiter {
  private final Clock clock;
  private final Deque<Instant> sent = new ArrayDeque<>();

  public RateLimiter(Clock clock) {
    this.clock = clock;
  }

  public void acquire() {
    Instant now = clock.instant();
    while (!sent.isEmpty() && !sent.peekFirst().plus(Limits.WINDOW).isAfter(now)) {
      sent.removeFirst();
    }
    if (sent.size() >= Limits.REQUESTS) {
      throw new ApiException(429, "rate_limited");
    }
    sent.addLast(now);
  }
}
