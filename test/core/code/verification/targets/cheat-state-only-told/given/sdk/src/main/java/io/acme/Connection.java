package io.acme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** CN4, CN5 */
public class Connection {
  public enum State { INITIALIZED, CONNECTING, CONNECTED, DISCONNECTED }

  private State state = State.INITIALIZED;
  private final List<Consumer<State>> listeners = new ArrayList<>();

  public void onChange(Consumer<State> listener) {
    listeners.add(listener);
  }

  public void connect() {
    state = State.CONNECTING;
    emit(state);
  }

  void serverClosed() {
    emit(State.DISCONNECTED);
  }

  public State state() {
    return state;
  }

  private void emit(State change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
