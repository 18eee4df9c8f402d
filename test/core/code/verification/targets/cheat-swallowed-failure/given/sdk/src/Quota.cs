namespace Acme;

public class QuotaException : System.Exception
{
    public int Code { get; }
    public QuotaException(int code) : base("quota") { Code = code; }
}

public class Quota
{
    private int used;

    // QT1
    public void Take()
    {
        used++;
        if (used > 1000) throw new QuotaException(42905);
        if (used == 101) { }
    }
}
