using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A recurrent layer with a cell state c that gates protect. With the gates i (what comes in), f (what is kept) and o (what is
/// shown), each <c>sigmoid(x_t·W + h_(t−1)·R + b)</c> with weights of its own, and the candidate c̃, which is the same with
/// <c>tanh</c>: <c>c_t = f∗c_(t−1) + i∗c̃</c>, <c>h_t = o∗tanh(c_t)</c>. Keras' <c>LSTM</c>.
/// </summary>
/// <remarks>
/// Parameters are written as Keras stores them, the gates side by side in the order i, f, c, o: the kernel (features × 4·units),
/// the recurrent kernel (units × 4·units) and the bias (4·units). Each gate's part is a symbol of its own: <c>Wi1</c>,
/// <c>Ri1</c>, <c>bi1</c>. Source: Hochreiter and Schmidhuber, 1997; the forget gate: Gers, Schmidhuber and Cummins, 2000.
/// </remarks>
[Kind("lstm")]
public sealed class LongShortTermMemory : RecurrentLayer
{
    private static readonly ImmutableArray<string> Gates = ["i", "f", "c", "o"];

    private readonly Activation recurrentActivation;
    private readonly bool unitForgetBias;

    /// <summary>A long short-term memory.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="activation">The activation of the candidate and of the cell state; <c>tanh</c> where none is given.</param>
    /// <param name="recurrentActivation">The activation of the gates; <c>sigmoid</c> where none is given.</param>
    /// <param name="kernel">The first values of the kernels, features × 4·units; Glorot uniform where none are given.</param>
    /// <param name="recurrentKernel">The first values of the recurrent kernels, units × 4·units; orthogonal where none are given.</param>
    /// <param name="useBias">Whether the gates have biases.</param>
    /// <param name="bias">The first values of the biases, 4·units; zeros where none are given.</param>
    /// <param name="unitForgetBias">
    /// Whether the forget gates' biases begin at 1 all the same, so that at first much is kept (Jozefowicz, Zaremba and
    /// Sutskever, 2015). Numbers that are given one by one stay as they are.
    /// </param>
    /// <param name="returnSequences">Whether the hidden states of all time steps are handed on, not only the last.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>x</c>, <c>c</c>, <c>ctilde</c>, <c>h</c>, <c>sequence</c>, and for each gate
    /// the likes of <c>Wi</c>, <c>Ri</c>, <c>bi</c>, <c>zi</c>, <c>i</c>.
    /// </param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="recurrentRegularizer">A penalty on the size of the recurrent kernel's numbers; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public LongShortTermMemory(
        int units,
        Activation? activation = null,
        Activation? recurrentActivation = null,
        Initializer? kernel = null,
        Initializer? recurrentKernel = null,
        bool useBias = true,
        Initializer? bias = null,
        bool unitForgetBias = true,
        bool returnSequences = false,
        PartNames? symbols = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? recurrentRegularizer = null,
        Regularizer? biasRegularizer = null)
        : base(
            units,
            activation,
            kernel,
            recurrentKernel,
            useBias,
            bias,
            returnSequences,
            symbols,
            kernelRegularizer,
            recurrentRegularizer,
            biasRegularizer)
    {
        this.recurrentActivation = recurrentActivation ?? new Sigmoid();
        this.unitForgetBias = unitForgetBias && useBias && bias is not Given;
        List<string> parts = ["x", "i", "f", "ctilde", "o", "c", "h"];
        foreach (string gate in Gates)
        {
            bool hasSum = !(gate == "c" ? Activation : this.recurrentActivation).IsIdentity;
            parts.AddRange(["W" + gate, "R" + gate, .. useBias ? ["b" + gate] : Array.Empty<string>(), .. hasSum ? ["z" + gate] : Array.Empty<string>()]);
        }

        if (Activation is not CellwiseActivation)
        {
            parts.Add("a");
        }

        RequireParts(parts);
    }

    private protected override ImmutableArray<string> States => ["h", "c"];

    private protected override Cell CellOf(LayerBuilder builder, int features)
    {
        ImmutableArray<Symbol> kernels = Parameters(
            builder, LayerPart.None, KernelPart, new Shape(features, 4 * Units), Kernel, [.. Gates.Select(gate => "W" + gate)]);
        ImmutableArray<Symbol> recurrent = Parameters(
            builder, LayerPart.None, RecurrentPart, new Shape(Units, 4 * Units), RecurrentKernel, [.. Gates.Select(gate => "R" + gate)]);
        ImmutableArray<Symbol> biases = UseBias
            ? Parameters(builder, LayerPart.None, BiasPart, new Shape(4 * Units), BiasValues, [.. Gates.Select(gate => "b" + gate)])
            : [];
        Activated gateActivation = new(recurrentActivation);
        Activated activation = new(Activation);
        DenseProduct product = new();
        Cellwise keep = new(
            "cell state", (Cellwise.Input(0) * Cellwise.Input(1)) + (Cellwise.Input(2) * Cellwise.Input(3)));
        Cellwise show = new("hidden state", Cellwise.Input(0) * activation.Of(Cellwise.Input(1)));
        return (step, x, states) =>
        {
            (Symbol before, Symbol kept) = (states[0], states[1]);
            Symbol i = Gate("i", 0, gateActivation);
            Symbol f = Gate("f", 1, gateActivation);
            Symbol candidate = Gate("ctilde", 2, activation);
            Symbol o = Gate("o", 3, gateActivation);
            Symbol c = step.Emit("c", keep, f, kept, i, candidate);
            Symbol shown = activation.IsCellwise ? c : step.Emit("a", activation.Operation!, c);
            return [step.Emit("h", show, o, shown), c];

            Symbol Gate(string letter, int gate, Activated function)
            {
                Symbol[] bias = UseBias ? [biases[gate]] : [];
                return step.EmitActivated("z" + Gates[gate], letter, function, product, [x, kernels[gate], before, recurrent[gate], .. bias]);
            }
        };
    }

    private Initializer BiasValues => unitForgetBias ? new ForgetBias(Bias, Units) : Bias;

    /// <summary>Another initializer's values, with 1 for the forget gates.</summary>
    private sealed class ForgetBias(Initializer others, int units) : Initializer
    {
        public override Tensor Values(Shape shape, int place = 0)
        {
            double[] values = [.. others.Values(shape, place).Values];
            values.AsSpan(units, units).Fill(1);
            return new Tensor(shape, [.. values]);
        }
    }
}
