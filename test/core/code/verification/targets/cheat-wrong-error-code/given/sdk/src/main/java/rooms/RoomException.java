package rooms;

public class RoomException extends RuntimeException {
    private final int code;

    public RoomException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
