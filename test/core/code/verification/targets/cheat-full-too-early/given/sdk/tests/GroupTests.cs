using System;
using Xunit;

namespace Acme.Groups.Tests
{
    public class GroupTests
    {
        [Fact]
        public void NeedsAName_GR1()
        {
            Assert.Throws<ArgumentException>(() => Group.Create(""));
        }

        [Fact]
        public void RefusesMoreMembers_GR2()
        {
            var group = Group.Create("g");
            for (var i = 0; i < 10; i++)
            {
                group.Add($"m{i}");
            }

            Assert.Equal(AddResult.GroupFull, group.Add("one more"));
        }
    }
}
