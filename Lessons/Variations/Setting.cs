using System.Collections.Immutable;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>Something of a lesson that can be set, with its present value, as a person would type it.</summary>
/// <param name="Key">What is set: <c>alpha</c>, <c>activation[1]</c>, <c>w5</c>.</param>
/// <param name="Value">The present value: <c>0.5</c>, <c>sigmoid</c>.</param>
public sealed record Setting(string Key, string Value)
{
    /// <summary>The setting as it is typed.</summary>
    /// <returns><c>alpha = 0.5</c>.</returns>
    public override string ToString() => $"{Key} = {Value}";
}

/// <summary>A setting that was typed.</summary>
/// <param name="Name">The name, without positions.</param>
/// <param name="Positions">The positions behind it, from 1.</param>
/// <param name="Value">The value, as if it stood in a lesson file, in line 0.</param>
/// <param name="Column">Where the name begins, from 1.</param>
internal sealed record TypedSetting(string Name, ImmutableArray<int> Positions, SourceNode Value, int Column)
{
    /// <summary>The name with its positions.</summary>
    public string Key => Positions.IsEmpty ? Name : $"{Name}[{string.Join(',', Positions)}]";
}
