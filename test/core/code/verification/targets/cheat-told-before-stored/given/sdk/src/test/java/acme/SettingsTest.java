package acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test // SU1
  void returnsTheLastValue() {
    Settings settings = new Settings();
    settings.set("a", "1");
    settings.set("a", "2");
    assertThat(settings.get("a")).isEqualTo("2");
  }

  @Test // SU2
  void storesAndNotifies() {
    List<String> heard = new ArrayList<>();
    Settings settings = new Settings();
    settings.addListener((key, value) -> heard.add(key + "=" + value));
    settings.set("a", "1");
    assertThat(heard).containsExactly("a=1");
    assertThat(settings.get("a")).isEqualTo("1");
  }
}
