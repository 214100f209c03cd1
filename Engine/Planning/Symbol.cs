using Engine.Formulas;
using Engine.Numbers;

namespace Engine.Planning;

/// <summary>What kind of number a symbol holds.</summary>
public enum SymbolRole
{
    /// <summary>Data that goes into the network, one row a sample.</summary>
    Input,

    /// <summary>What the network should answer, one row a sample.</summary>
    Target,

    /// <summary>Random numbers, drawn anew for each iteration and the same whenever it is computed again.</summary>
    Noise,

    /// <summary>A setting of the training, such as the learning rate.</summary>
    Hyperparameter,

    /// <summary>A weight or bias, at its value before this iteration's update.</summary>
    Parameter,

    /// <summary>
    /// What else passes from an iteration to the next, at its value before this iteration: an optimizer's slot, a running mean,
    /// the count of updates.
    /// </summary>
    State,

    /// <summary>What a layer computes on the way forward.</summary>
    Activation,

    /// <summary>The part of the loss that belongs to one output of one sample.</summary>
    LossTerm,

    /// <summary>One of several summands of the loss: the loss of one output of the network, or a penalty.</summary>
    LossPart,

    /// <summary>The loss that training makes small; one number.</summary>
    Loss,

    /// <summary>The derivative of an operation's output with respect to its input, cell by cell: <c>h1(1 − h1)</c>.</summary>
    LocalDerivative,

    /// <summary>The part of a gradient that comes through one path: <c>∂E_o1/∂h1</c>.</summary>
    Contribution,

    /// <summary>The derivative of the loss with respect to another symbol.</summary>
    Gradient,

    /// <summary>
    /// A number on the way from gradients to new values: a clipped gradient, a corrected moment, this update's learning rate.
    /// </summary>
    Intermediate,

    /// <summary>A parameter or state after this iteration's update.</summary>
    Updated,
}

/// <summary>Where a number belongs in the network: a layer, counted from 0 (the inputs), and the part of it.</summary>
/// <param name="Layer">0 for the inputs, 1 for the first layer, and so on; the loss comes after the last layer.</param>
/// <param name="Part">Which part of the layer.</param>
public readonly record struct Place(int Layer, LayerPart Part);

/// <summary>The parts of a layer that can be drawn.</summary>
public enum LayerPart
{
    /// <summary>Not part of the drawing, such as the learning rate.</summary>
    None,

    /// <summary>The weights on the edges that lead into the layer: inputs × units.</summary>
    Kernel,

    /// <summary>The biases of the layer's units.</summary>
    Bias,

    /// <summary>The weighted sums, before the activation function: batch × units.</summary>
    PreActivation,

    /// <summary>What the layer hands on: batch × units.</summary>
    Output,

    /// <summary>The targets.</summary>
    Target,

    /// <summary>The losses.</summary>
    Loss,
}

/// <summary>
/// A tensor of the plan: one input, one parameter, or the output of exactly one step. The numbers themselves are in a
/// trace; the symbol says what they are.
/// </summary>
public sealed class Symbol
{
    internal Symbol(int index, SymbolRole role, Shape shape, Naming naming, Place place, bool hasBatchAxis)
    {
        Index = index;
        Role = role;
        Shape = shape;
        Naming = naming;
        Place = place;
        HasBatchAxis = hasBatchAxis;
    }

    /// <summary>The position in <see cref="Plan.Symbols"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>What kind of number this is.</summary>
    public SymbolRole Role { get; }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>Where it belongs in the network.</summary>
    public Place Place { get; }

    /// <summary>Whether the outermost axis counts samples.</summary>
    public bool HasBatchAxis { get; }

    /// <summary>What the whole symbol is called: <c>w1..w4</c>, <c>dE_total/dz</c>.</summary>
    public Label Label => Naming switch
    {
        Naming.Given given => new Label.Name(given.Names.Tensor),
        Naming.GradientOf gradient => new Label.Derivative(gradient.Loss.Label, gradient.WithRespectTo.Label),
        Naming.LocalDerivativeOf local => new Label.Derivative(local.Of.Label, local.WithRespectTo.Label),
        Naming.PathTo path => new Label.Derivative(path.Loss.Label, path.WithRespectTo.Label, path.Via.Label),
        Naming.PartOf part => new Label.Derivative(part.Loss.Label, part.WithRespectTo.Label, part.Via.Label),
        Naming.NextOf next => new Label.Next(next.Current.Label),
        _ => throw new InvalidOperationException($"Unknown naming {Naming.GetType().Name}."),
    };

    /// <summary>How its cells are named; see <see cref="Plan.LabelOf(Address)"/>.</summary>
    internal Naming Naming { get; }
}
