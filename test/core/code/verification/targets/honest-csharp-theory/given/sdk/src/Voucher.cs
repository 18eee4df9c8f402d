using System;
using System.Text.RegularExpressions;

namespace Acme;

public static class Voucher
{
    private static readonly Regex Form = new("^[A-Z]{4}-[0-9]{4}$");

    // CO1
    public static string Parse(string text)
    {
        if (!Form.IsMatch(text)) throw new FormatException("not a voucher code");
        return text;
    }
}
