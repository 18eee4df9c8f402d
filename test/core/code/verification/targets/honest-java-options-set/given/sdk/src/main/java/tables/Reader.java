package tables;

import java.util.List;

public final class Reader {
    private final Options options;

    public Reader(Options options) {
        this.options = options;
    }

    // TB1
    public void column(String name) {
        if (!options.known().contains(name)) {
            if (options.strict()) {
                throw new TableException("unknown_column");
            }
        }
    }

    // TB2
    public List<String> lines(String text) {
        return text.lines().filter(line -> options.keepBlank() || !line.isBlank()).toList();
    }
}
