using System;

namespace Tea;

public sealed class PotException : Exception
{
    public string Code { get; }

    public PotException(string code, string message) : base(message) => Code = code;
}

public sealed class Pot
{
    private int _held;

    public Pot(int held) => _held = held;

    // PT1
    public void Pour(int asked)
    {
        if (asked > _held) throw new PotException("too_little", "Pouring failed");
        _held -= asked;
    }
}
