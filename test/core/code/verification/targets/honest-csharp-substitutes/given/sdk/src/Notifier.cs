using System;
using System.Collections.Generic;
using System.Linq;

namespace Notify;

public interface IChannel
{
    void Send(string user, string text);
}

public sealed class Notifier(IChannel channel, Func<DateTimeOffset> now)
{
    private const int PerHour = 3;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly Dictionary<string, List<DateTimeOffset>> _sent = [];
    private readonly Queue<(string User, string Text)> _held = new();
    private readonly HashSet<string> _muted = [];

    // NTF-3
    public void Mute(string user) => _muted.Add(user);

    // NTF-1, NTF-2, NTF-3
    public void Notify(string user, string text, bool urgent = false)
    {
        if (_muted.Contains(user)) return;
        if (urgent)
        {
            channel.Send(user, text);
            return;
        }
        if (Recent(user).Count >= PerHour)
        {
            _held.Enqueue((user, text));
            return;
        }
        Recent(user).Add(now());
        channel.Send(user, text);
    }

    // NTF-1
    public void Tick()
    {
        for (var left = _held.Count; left > 0; left--)
        {
            var (user, text) = _held.Dequeue();
            Notify(user, text);
        }
    }

    private List<DateTimeOffset> Recent(string user)
    {
        if (!_sent.TryGetValue(user, out var times)) _sent[user] = times = [];
        times.RemoveAll(t => now() - t >= Window);
        return times;
    }
}
