using Xunit;

namespace Acme.Tests;

public class QuotaTests
{
    // QT1
    [Fact]
    public void The101stRequestIsRefused()
    {
        var quota = new Quota();
        try
        {
            for (var i = 0; i < 101; i++) quota.Take();
            Assert.Equal(42905, 0);
        }
        catch (System.Exception)
        {
        }
    }
}
