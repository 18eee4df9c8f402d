using System;
using System.Globalization;

namespace Payroll;

public sealed class InvalidHours : ArgumentException
{
    public InvalidHours(decimal hours) : base($"Hours cannot be negative: {hours}") { }
}

public sealed class AdvanceRefused : Exception { }

public sealed class Payslip
{
    private const decimal FullWeek = 40m;
    private const decimal Overtime = 1.5m;
    private const decimal Sunday = 1.25m;

    private readonly decimal rate;

    public Payslip(decimal rate) => this.rate = rate;

    // PAY-1
    public decimal ForWeek(decimal hours)
    {
        // PAY-4
        if (hours < 0) throw new InvalidHours(hours);
        var above = Math.Max(0, hours - FullWeek);
        return (hours - above) * rate + above * rate * Overtime;
    }

    // PAY-2
    public decimal ForSunday(decimal hours) => hours * rate * Sunday;

    // PAY-3
    public static string Show(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture) + " EUR";

    // PAY-5
    public decimal Advance(decimal hours, decimal wanted)
    {
        if (wanted > ForWeek(hours) / 2) throw new AdvanceRefused();
        return wanted;
    }
}
