using System;
using System.Linq;
using FluentAssertions;
using NSubstitute;
using NUnit.Framework;

namespace Notify.Tests;

[TestFixture]
public class NotifierTests
{
    private IChannel _channel = null!;
    private DateTimeOffset _now;
    private Notifier _notifier = null!;

    [SetUp]
    public void SetUp()
    {
        _channel = Substitute.For<IChannel>();
        _now = new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);
        _notifier = new Notifier(_channel, () => _now);
    }

    private string[] Sent() => _channel.ReceivedCalls().Select(c => (string)c.GetArguments()[1]!).ToArray();

    // NTF-1
    [Test]
    public void FourthIsHeldBack()
    {
        foreach (var text in new[] { "a", "b", "c", "d" }) _notifier.Notify("ann", text);
        Sent().Should().Equal("a", "b", "c");

        _now += TimeSpan.FromMinutes(59);
        _notifier.Tick();
        Sent().Should().HaveCount(3);

        _now += TimeSpan.FromMinutes(1);
        _notifier.Tick();
        Sent().Should().Equal("a", "b", "c", "d");
    }

    // NTF-2
    [Test]
    public void UrgentOnesDoNotCount()
    {
        _notifier.Notify("ann", "!", urgent: true);
        foreach (var text in new[] { "a", "b", "c" }) _notifier.Notify("ann", text);
        _notifier.Notify("ann", "!!", urgent: true);
        Sent().Should().Equal("!", "a", "b", "c", "!!");
    }

    // NTF-3
    [TestCase(true)]
    [TestCase(false)]
    public void MutedUsersGetNone(bool urgent)
    {
        _notifier.Mute("ann");
        _notifier.Notify("ann", "x", urgent);
        _channel.DidNotReceiveWithAnyArgs().Send(default!, default!);
    }
}
