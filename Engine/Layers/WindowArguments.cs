using System.Collections.Immutable;
using Engine.Operations;

namespace Engine.Layers;

/// <summary>What layers with windows ask of their arguments.</summary>
internal static class WindowArguments
{
    /// <summary>One number for each axis, or one for all, each at least 1.</summary>
    public static ImmutableArray<int> Require(ImmutableArray<int> values, int axes, string parameter)
    {
        bool isOne = !values.IsDefault && values.Length == 1;
        if (values.IsDefault || (!isOne && values.Length != axes) || values.Any(value => value < 1))
        {
            string expected = axes == 1 ? "an integer of at least 1" : "an integer of at least 1, or two of them: height and width";
            throw new ArgumentOutOfRangeException(parameter, values.IsDefault ? null : string.Join(", ", values), expected);
        }

        return isOne ? [.. Enumerable.Repeat(values[0], axes)] : values;
    }

    /// <summary>A padding that says what happens at all edges of a picture.</summary>
    public static Padding RequireForPictures(Padding padding, string parameter) => padding == Padding.Causal
        ? throw new ArgumentOutOfRangeException(parameter, padding, "valid or same; causal is for sequences")
        : padding;
}
