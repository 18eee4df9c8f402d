using System;
using System.Collections.Generic;
using Parcels;
using Xunit;

namespace Parcels.Tests;

[Trait("Requirement", "LK1")]
public class SizeTests
{
    public static IEnumerable<object[]> Sizes => new List<object[]>
    {
        new object[] { Size.Small, 4, "Small.*4" },
        new object[] { Size.Large, 18, "Large.*18" },
    };

    private static Locker Holding(Size size, int parcels)
    {
        var locker = new Locker(size);
        for (var i = 0; i < parcels; i++)
        {
            locker.Put($"p{i}");
        }
        return locker;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void NoParcelBeyondItsRoom(Size size, int parcels, string message)
    {
        var locker = Holding(size, parcels);

        var error = Assert.Throws<LockerFullException>(() => locker.Put("late"));

        Assert.Matches(message, error.Message);
        Assert.Equal(parcels, locker.Count);
    }
}

[Trait("Requirement", "LK2")]
public class TakingOutTests
{
    private readonly Locker _locker = new(Size.Small);

    [Fact]
    public void RoomForAnother()
    {
        _locker.Put("a");
        _locker.TakeOut("a");

        Assert.Equal(0, _locker.Count);
    }

    [Fact]
    public void TheSealStays()
    {
        Assert.Throws<InvalidOperationException>(() => _locker.TakeOut("seal"));
    }
}
