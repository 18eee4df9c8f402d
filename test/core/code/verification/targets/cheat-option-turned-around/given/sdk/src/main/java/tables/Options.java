package tables;

import java.util.Set;

public final class Options {
    private boolean strict;
    private boolean keepBlank;

    public Options strict(boolean value) {
        strict = value;
        return this;
    }

    public Options keepBlank(boolean value) {
        keepBlank = value;
        return this;
    }

    boolean strict() {
        return strict;
    }

    boolean keepBlank() {
        return keepBlank;
    }

    Set<String> known() {
        return Set.of("name", "size");
    }
}
