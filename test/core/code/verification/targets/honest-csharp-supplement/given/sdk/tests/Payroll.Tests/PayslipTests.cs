using Payroll;
using Xunit;

public class PayslipTests
{
    private readonly Payslip payslip = new(20m);

    [Theory(DisplayName = "PAY-1 overtime")]
    [InlineData(10, 200)]
    [InlineData(40, 800)]
    [InlineData(42, 860)]
    public void Pay1(int hours, int pay) => Assert.Equal(pay, payslip.ForWeek(hours));

    [Fact(DisplayName = "PAY-2 Sundays")]
    public void Pay2() => Assert.Equal(200m, payslip.ForSunday(8));

    [Fact(DisplayName = "PAY-3 two decimals")]
    public void Pay3()
    {
        Assert.Equal("1234.50 EUR", Payslip.Show(1234.5m));
        Assert.Equal("0.00 EUR", Payslip.Show(0));
    }

    [Fact(DisplayName = "PAY-4 negative hours")]
    public void Pay4()
    {
        var thrown = Assert.Throws<InvalidHours>(() => payslip.ForWeek(-3));
        Assert.Equal("Hours cannot be negative: -3", thrown.Message);
    }

    [Fact(DisplayName = "PAY-5 advances")]
    public void Pay5()
    {
        Assert.Equal(100m, payslip.Advance(10, 100));
        Assert.Throws<AdvanceRefused>(() => payslip.Advance(10, 100.01m));
    }
}
