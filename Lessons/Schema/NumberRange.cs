using System.Text.Json.Nodes;

namespace Lessons.Schema;

/// <summary>The numbers that an argument may be: the engine refuses all others, and a test holds the two together.</summary>
/// <param name="Least">The least, itself included.</param>
/// <param name="Above">A bound that every number is above.</param>
/// <param name="Most">The greatest, itself included.</param>
/// <param name="Below">A bound that every number is below.</param>
internal sealed record NumberRange(double? Least = null, double? Above = null, double? Most = null, double? Below = null)
{
    public static NumberRange AtLeastOne { get; } = new(Least: 1);

    public static NumberRange NotNegative { get; } = new(Least: 0);

    public static NumberRange Positive { get; } = new(Above: 0);

    public static NumberRange Share { get; } = new(Least: 0, Most: 1);

    public static NumberRange BelowOne { get; } = new(Least: 0, Below: 1);

    public void AddTo(JsonObject schema)
    {
        foreach ((string keyword, double? bound) in new[]
        {
            ("minimum", Least), ("exclusiveMinimum", Above), ("maximum", Most), ("exclusiveMaximum", Below),
        })
        {
            if (bound is { } number)
            {
                schema[keyword] = number;
            }
        }
    }
}
