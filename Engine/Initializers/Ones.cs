using Engine.Numbers;

namespace Engine.Initializers;

/// <summary>One in every cell.</summary>
[Kind("ones")]
public sealed class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Values(Shape shape, int place = 0) => Tensor.Filled(shape, 1);
}
