using System;
using System.Collections.Generic;

namespace Acme.Groups
{
    public enum AddResult
    {
        Added,
        GroupFull,
    }

    /// <summary>GR1, GR2</summary>
    public sealed class Group
    {
        private const int MaxMembers = 10;
        private readonly List<string> _members = new();

        private Group(string name) => Name = name;

        public string Name { get; }

        public int Count => _members.Count;

        public static Group Create(string name)
        {
            if (string.IsNullOrEmpty(name))
            {
                throw new ArgumentException("a group needs a name", nameof(name));
            }

            return new Group(name);
        }

        public AddResult Add(string member)
        {
            if (_members.Count + 1 >= MaxMembers)
            {
                return AddResult.GroupFull;
            }

            _members.Add(member);
            return AddResult.Added;
        }
    }
}
