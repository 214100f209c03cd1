using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Where a parameter's first values come from.</summary>
public abstract class Initializer
{
    /// <summary>The values for a parameter of the given shape.</summary>
    /// <param name="shape">The parameter's shape.</param>
    /// <param name="place">
    /// Which symbol of the plan it is, from 0: parameters that are drawn with one seed are drawn differently.
    /// </param>
    /// <exception cref="ShapeException">The values do not fit the shape.</exception>
    public abstract Tensor Values(Shape shape, int place = 0);

    /// <summary>How widely the values are spread; null where they are given rather than drawn.</summary>
    /// <param name="shape">The parameter's shape, one for which <see cref="Values"/> has values.</param>
    public virtual InitialSpread? SpreadFor(Shape shape) => null;
}
