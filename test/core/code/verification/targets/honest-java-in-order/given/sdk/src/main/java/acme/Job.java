package acme;

public final class Job {
  public interface Sink {
    void write(String result);
  }

  public interface Reporter {
    void done(String id);
  }

  private final String id;
  private final Sink sink;
  private final Reporter reporter;
  private boolean cancelled;

  public Job(String id, Sink sink, Reporter reporter) {
    this.id = id;
    this.sink = sink;
    this.reporter = reporter;
  }

  public void cancel() {
    cancelled = true;
  }

  /** JO1, JO2 */
  public void run() {
    if (cancelled) {
      return;
    }
    sink.write("result of " + id);
    reporter.done(id);
  }
}
