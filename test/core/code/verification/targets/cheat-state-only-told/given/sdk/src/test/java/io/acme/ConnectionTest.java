package io.acme;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ConnectionTest {
  private final Connection connection = new Connection();
  private final List<Connection.State> heard = new ArrayList<>();

  @Test
  public void connectChangesTheState_CN4() {
    connection.connect();
    assertEquals(Connection.State.CONNECTING, connection.state());
  }

  @Test
  public void serverCloseCallsListeners_CN5() {
    connection.onChange(heard::add);
    connection.serverClosed();
    assertEquals(List.of(Connection.State.DISCONNECTED), heard);
  }
}
