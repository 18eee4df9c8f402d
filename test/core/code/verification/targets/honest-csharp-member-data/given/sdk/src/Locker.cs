using System;
using System.Collections.Generic;

namespace Parcels;

public enum Size
{
    Small,
    Large,
}

public sealed class LockerFullException : Exception
{
    public LockerFullException(Size size, int parcels)
        : base($"A {size} locker takes {parcels} parcels.")
    {
    }
}

public sealed class Locker
{
    private readonly HashSet<string> _parcels = new();
    private readonly Size _size;

    public Locker(Size size) => _size = size;

    public int Count => _parcels.Count;

    // LK1
    private int Room => _size == Size.Small ? 4 : 18;

    // LK1
    public void Put(string parcel)
    {
        if (_parcels.Count >= Room)
        {
            throw new LockerFullException(_size, Room);
        }
        _parcels.Add(parcel);
    }

    // LK2
    public void TakeOut(string parcel)
    {
        if (parcel == "seal")
        {
            throw new InvalidOperationException("the seal stays");
        }
        _parcels.Remove(parcel);
    }
}
