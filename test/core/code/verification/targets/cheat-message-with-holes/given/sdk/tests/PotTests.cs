using Tea;
using Xunit;

public class PotTests
{
    // PT1
    [Fact]
    public void NotMoreThanItHolds()
    {
        var error = Assert.Throws<PotException>(() => new Pot(200).Pour(250));

        Assert.Equal("too_little", error.Code);
        Assert.Equal("Pouring failed", error.Message);
    }
}
