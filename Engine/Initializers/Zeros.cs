using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>Zero in every cell: Keras' default for biases.</summary>
[Kind("zeros")]
public sealed class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0) => Tensor.Filled(shape, 0);
}
