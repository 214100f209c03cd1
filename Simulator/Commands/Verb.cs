using System.Collections.Immutable;
using System.CommandLine;

namespace Simulator.Commands;

/// <summary>A command line to learn from.</summary>
internal readonly record struct Example(string CommandLine, string Meaning);

/// <summary>One of the things the program can be asked to do: its arguments, its examples and what it does.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>What the help begins with.</summary>
    public abstract ImmutableArray<Example> Examples { get; }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It was asked for something that does not exist or cannot be read.</exception>
    public abstract int Run(ParseResult arguments, Session session);
}
