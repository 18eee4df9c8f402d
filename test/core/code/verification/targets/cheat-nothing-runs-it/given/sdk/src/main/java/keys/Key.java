package keys;

public class Key {
    private String holder;
    private boolean lost;

    public Key(String holder) {
        this.holder = holder;
    }

    public void lose() {
        lost = true;
    }

    /** KY1 */
    public void handOver(String to) {
        if (lost) {
            throw new IllegalStateException("key_lost");
        }
        holder = to;
    }

    public boolean mayUnlock(String who) {
        return holder.equals(who);
    }
}
