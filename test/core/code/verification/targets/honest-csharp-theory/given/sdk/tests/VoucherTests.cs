using System;
using Xunit;

namespace Acme.Tests;

public class VoucherTests
{
    // CO1
    [Theory]
    [InlineData("ABCD-1234")]
    [InlineData("AAAA-0000")]
    public void VoucherCodesAreTaken(string code)
    {
        Assert.Equal(code, Voucher.Parse(code));
    }

    // CO1
    [Theory]
    [InlineData("abcd-1234")]
    [InlineData("ABCD1234")]
    [InlineData("")]
    public void AnythingElseIsRefused(string text)
    {
        var refused = Assert.Throws<FormatException>(() => Voucher.Parse(text));
        Assert.Equal("not a voucher code", refused.Message);
    }
}
