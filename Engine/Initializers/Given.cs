using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Values written out one by one.</summary>
public sealed class Given(Tensor values) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return values.Shape.Equals(shape)
            ? values
            : throw new ShapeException("given values", $"shape {shape}", $"{values.Shape}");
    }
}
