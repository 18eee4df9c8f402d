package io.acme;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final ManualClock clock = new ManualClock();
  private final RateLimiter limiter = new RateLimiter(clock);

  /** RL1 */
  @Test
  void twentyRequestsPass() {
    for (int i = 0; i < 20; i++) {
      limiter.acquire();
    }
    assertThrows(ApiException.class, limiter::acquire);
    clock.advance(Duration.ofMinutes(1));
    assertDoesNotThrow(limiter::acquire);
  }

  /** RL2 */
  @Test
  void theNextOneIsRefused() {
    for (int i = 0; i < 20; i++) {
      limiter.acquire();
    }
    ApiException error = assertThrows(ApiException.class, limiter::acquire);
    assertEquals(429, error.status());
    assertEquals("rate_limited", error.code());
  }
}
