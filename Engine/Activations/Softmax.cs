using Engine.Operations;

namespace Engine.Activations;

/// <summary>
/// Numbers that are positive and add up to 1, for choosing one of several classes: <c>exp(z1) / (exp(z1) + exp(z2) + …)</c>
/// along the last axis. Source: 002_d82fa7d1bd0f4ce9.txt, chapter 2, "활성화 함수 종류", 6).
/// </summary>
[Kind("softmax")]
public sealed class Softmax : Activation
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    public override Operation ToOperation() => new SoftmaxRows();
}
