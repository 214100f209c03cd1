using System.Collections.Immutable;

namespace Simulator.App;

/// <summary>What comes of something that happened: the next model, and what is to be done.</summary>
internal readonly record struct Outcome(Model Model, ImmutableArray<Effect> Effects)
{
    public Outcome(Model model, Effect effect)
        : this(model, [effect])
    {
    }

    public static implicit operator Outcome(Model model) => new(model, []);
}
