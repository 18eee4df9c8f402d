package acme.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DraftTest {
    // DF1
    @Test
    void isPublishedOnce() {
        Draft draft = new Draft();
        draft.publish();
        assertTrue(draft.isPublished());
        assertThrows(AlreadyPublishedException.class, draft::publish);
    }
}
