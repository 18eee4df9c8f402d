package rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoomTest {
    // RM1
    @Test
    void aFullRoomRefuses() {
        Room room = new Room(1);
        room.join("ann");
        RoomException e = assertThrows(RoomException.class, () -> room.join("bob"));
        assertEquals(40910, e.code());
    }

    // RM2
    @Test
    void leavingWithoutJoining() {
        Room room = new Room(1);
        RoomException e = assertThrows(RoomException.class, () -> room.leave("ann"));
        assertEquals(40416, e.code());
    }
}
