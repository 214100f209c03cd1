using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>The same number in every cell. Units that begin alike stay alike: their gradients are equal.</summary>
[Kind("constant")]
public sealed class Constant : Initializer
{
    private readonly double value;

    /// <summary>The same number in every cell.</summary>
    /// <param name="value">The number, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public Constant(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "a finite number");
        }

        this.value = value;
    }

    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0) => Tensor.Filled(shape, value);
}
