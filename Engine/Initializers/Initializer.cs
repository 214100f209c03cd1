using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Where a parameter's first values come from.</summary>
public abstract class Initializer
{
    /// <summary>The values for a parameter of the given shape.</summary>
    /// <exception cref="ShapeException">The values do not fit the shape.</exception>
    public abstract Tensor Values(Shape shape);
}
