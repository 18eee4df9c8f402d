package rooms;

import java.util.HashSet;
import java.util.Set;

public class Room {
    private final int seats;
    private final Set<String> members = new HashSet<>();

    public Room(int seats) {
        this.seats = seats;
    }

    // RM1
    public void join(String who) {
        if (members.size() >= seats) {
            throw new RoomException(40910, "The room is full");
        }
        members.add(who);
    }

    // RM2
    public void leave(String who) {
        if (!members.remove(who)) {
            throw new RoomException(40416, "Not a member");
        }
    }
}
