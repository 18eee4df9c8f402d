package acme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings with listeners. */
public class Settings {
  public interface Listener {
    void changed(String key, String value);
  }

  private final Map<String, String> values = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  /** SU1 */
  public String get(String key) {
    return values.get(key);
  }

  /** SU2 */
  public void set(String key, String value) {
    notifyListeners(key, value);
    store(key, value);
  }

  private void store(String key, String value) {
    values.put(key, value);
  }

  private void notifyListeners(String key, String value) {
    for (Listener listener : listeners) {
      listener.changed(key, value);
    }
  }
}
