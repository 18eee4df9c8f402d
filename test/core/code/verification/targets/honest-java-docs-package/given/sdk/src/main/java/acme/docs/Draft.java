package acme.docs;

public class Draft {
    private boolean published;

    /** DF1 */
    public void publish() {
        if (published) {
            throw new AlreadyPublishedException();
        }
        published = true;
    }

    public boolean isPublished() {
        return published;
    }
}
