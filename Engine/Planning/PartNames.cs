using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>What a lesson calls the numbers of one layer or loss, by the layer's or loss's own names for its parts.</summary>
public sealed class PartNames(IReadOnlyDictionary<string, SymbolNames> names)
{
    private readonly ImmutableDictionary<string, SymbolNames> names = names.ToImmutableDictionary();

    /// <summary>No names: the defaults serve.</summary>
    public static PartNames None { get; } = new(ImmutableDictionary<string, SymbolNames>.Empty);

    /// <summary>The names of one part, or null where the lesson gives none.</summary>
    public SymbolNames? this[string part] => names.GetValueOrDefault(part);

    /// <summary>Refuses names for parts that do not exist.</summary>
    internal void RequireOnly(IReadOnlyList<string> parts, string parameter)
    {
        string? unknown = names.Keys.Order().FirstOrDefault(part => !parts.Contains(part));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"symbols for '{unknown}', which does not exist here; there is {string.Join(", ", parts)}", parameter);
        }
    }
}
