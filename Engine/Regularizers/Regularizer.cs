using Engine.Operations;

namespace Engine.Regularizers;

/// <summary>A penalty on the size of parameters that is added to the loss.</summary>
public abstract class Regularizer
{
    /// <summary>The penalty as an operation: a parameter of any shape in, one number out.</summary>
    internal abstract Operation ToOperation();
}
