using Engine.Operations;

namespace Engine.Activations;

/// <summary>The logarithm of <see cref="Softmax"/> along the last axis: <c>z1 − log(exp(z1) + exp(z2) + …)</c>.</summary>
[Kind("log-softmax")]
public sealed class LogSoftmax : Activation
{
    /// <inheritdoc/>
    public override string Name => "log_softmax";

    /// <inheritdoc/>
    public override Operation ToOperation() => new LogSoftmaxRows();
}
