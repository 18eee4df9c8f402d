using Acme.Lamps;
using Xunit;

namespace Lamps.Tests;

public class LampTests
{
    private sealed class Socket : IPower
    {
        public bool On = true;

        public bool IsThere() => On;
    }

    private readonly Socket _socket = new();
    private readonly Lamp _lamp;

    public LampTests() => _lamp = new Lamp(_socket);

    [Fact]
    public void LA_1_Button()
    {
        _lamp.Press();
        Assert.True(_lamp.IsLit);
    }

    [Fact]
    public void LA_2_NoPower()
    {
        _socket.On = false;
        _lamp.Press();
        Assert.False(_lamp.IsLit);
    }
}
