package acme;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class JobTest {
  private final Job.Sink sink = mock(Job.Sink.class);
  private final Job.Reporter reporter = mock(Job.Reporter.class);
  private final Job job = new Job("j1", sink, reporter);

  @Test // JO1
  void writesThenReports() {
    job.run();
    InOrder order = inOrder(sink, reporter);
    order.verify(sink).write("result of j1");
    order.verify(reporter).done("j1");
  }

  @Test // JO2
  void aCancelledJobIsSilent() {
    job.cancel();
    job.run();
    verify(reporter, never()).done(any());
  }
}
