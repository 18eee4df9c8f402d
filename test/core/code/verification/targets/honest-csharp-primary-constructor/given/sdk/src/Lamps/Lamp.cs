namespace Acme.Lamps;

/// <summary>A lamp with a button: LA-1, LA-2.</summary>
public sealed class Lamp(IPower power)
{
    private static readonly HashSet<(bool From, bool To)> Known = [(true, false), (false, true)];

    public bool IsLit { get; private set; }

    public void Press() => Turn(!IsLit);

    private void Turn(bool on)
    {
        if (on && !power.IsThere())
        {
            return;
        }

        IsLit = Known.Contains((IsLit, on)) ? on : IsLit;
    }
}

public interface IPower
{
    bool IsThere();
}
