using Engine.Numbers;
using Engine.Planning;

namespace Engine.Losses;

/// <summary>What training makes small: the steps from predictions and targets to one number.</summary>
public abstract class Loss
{
    /// <summary>The shape of one sample's targets: as many as there are predictions, unless the loss says otherwise.</summary>
    /// <param name="prediction">The shape of one sample's predictions.</param>
    internal virtual Shape TargetShapeOf(Shape prediction) => prediction;

    /// <summary>Emits the loss's steps and returns its total.</summary>
    /// <exception cref="Numbers.ShapeException">Predictions and targets do not fit.</exception>
    internal abstract Symbol Emit(LossBuilder builder, Symbol prediction, Symbol target);
}
