using System.Collections.Immutable;
using Engine.Activations;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A recurrent layer with the gates z (how much of the state stays) and r (how much of it the candidate sees), each
/// <c>sigmoid</c> of weighted sums: <c>h_t = z∗h_(t−1) + (1 − z)∗h̃</c>. Keras' <c>GRU</c>.
/// </summary>
/// <remarks>
/// <para>
/// The candidate is, with <c>reset-after: true</c>, <c>h̃ = tanh(x·Wh + bh + r∗(h·Rh + bRh))</c>: the recurrent sums, which then
/// have biases of their own, are computed first and reset after that. This is Keras' default and what fast implementations
/// compute. With <c>false</c> it is <c>h̃ = tanh(x·Wh + (r∗h)·Rh + bh)</c>, as published first.
/// </para>
/// <para>
/// Parameters are written as Keras stores them, the gates side by side in the order z, r, h: the kernel (features × 3·units), the
/// recurrent kernel (units × 3·units) and the bias (3·units), or with <c>reset-after: true</c> two rows of it (2 × 3·units), for the
/// inputs and for the state. Each gate's part is a symbol of its own: <c>Wz1</c>, <c>Rz1</c>, <c>bz1</c>, <c>bRz1</c>.
/// Source: Cho and others, 2014.
/// </para>
/// </remarks>
[Kind("gru")]
public sealed class GatedRecurrent : RecurrentLayer
{
    private static readonly ImmutableArray<string> Gates = ["z", "r", "h"];

    private readonly Activation recurrentActivation;
    private readonly bool resetAfter;

    /// <summary>A layer of gated recurrent units.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="activation">The activation of the candidate; <c>tanh</c> where none is given.</param>
    /// <param name="recurrentActivation">The activation of the gates; <c>sigmoid</c> where none is given.</param>
    /// <param name="kernel">The first values of the kernels, features × 3·units; Glorot uniform where none are given.</param>
    /// <param name="recurrentKernel">The first values of the recurrent kernels, units × 3·units; orthogonal where none are given.</param>
    /// <param name="useBias">Whether the gates have biases.</param>
    /// <param name="bias">The first values of the biases, 2 × 3·units or 3·units; zeros where none are given.</param>
    /// <param name="resetAfter">Whether the state is reset after it was multiplied by the recurrent kernel.</param>
    /// <param name="returnSequences">Whether the hidden states of all time steps are handed on, not only the last.</param>
    /// <param name="symbols">
    /// What the lesson calls the layer's numbers: <c>x</c>, <c>htilde</c>, <c>h</c>, <c>sequence</c>, and for each gate the likes
    /// of <c>Wz</c>, <c>Rz</c>, <c>bz</c>, <c>zz</c>, <c>z</c>; with <c>reset-after: true</c> also <c>bRz</c>, <c>xz</c> and
    /// <c>hz</c>, otherwise <c>rh</c>.
    /// </param>
    /// <param name="kernelRegularizer">A penalty on the size of the kernel's numbers, added to the loss; none where null.</param>
    /// <param name="recurrentRegularizer">A penalty on the size of the recurrent kernel's numbers; none where null.</param>
    /// <param name="biasRegularizer">A penalty on the size of the bias's numbers; none where null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are values, symbols or a regularizer for something that the layer does not have.</exception>
    public GatedRecurrent(
        int units,
        Activation? activation = null,
        Activation? recurrentActivation = null,
        Initializer? kernel = null,
        Initializer? recurrentKernel = null,
        bool useBias = true,
        Initializer? bias = null,
        bool resetAfter = true,
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
        this.resetAfter = resetAfter;
        List<string> parts = ["x", "z", "r", "htilde", "h"];
        foreach (string gate in Gates)
        {
            bool hasSum = !(gate == "h" ? Activation : this.recurrentActivation).IsIdentity;
            string[] known =
            [
                "W" + gate, "R" + gate,
                .. useBias ? ["b" + gate] : Array.Empty<string>(),
                .. useBias && resetAfter ? ["bR" + gate] : Array.Empty<string>(),
                .. resetAfter ? ["x" + gate, "h" + gate] : Array.Empty<string>(),
                .. hasSum ? ["z" + gate] : Array.Empty<string>(),
            ];
            parts.AddRange(known);
        }

        if (!resetAfter)
        {
            parts.Add("rh");
        }

        RequireParts(parts);
    }

    private protected override ImmutableArray<string> States => ["h"];

    private protected override Cell CellOf(LayerBuilder builder, int features)
    {
        ImmutableArray<Symbol> kernels = Parameters(
            builder, LayerPart.None, KernelPart, new Shape(features, 3 * Units), Kernel, [.. Gates.Select(gate => "W" + gate)]);
        ImmutableArray<Symbol> recurrent = Parameters(
            builder, LayerPart.None, RecurrentPart, new Shape(Units, 3 * Units), RecurrentKernel, [.. Gates.Select(gate => "R" + gate)]);
        ImmutableArray<Symbol> biases = UseBias ? Biases(builder) : [];
        Activated gate = new(recurrentActivation);
        Activated candidate = new(Activation);
        DenseProduct product = new();
        Cellwise sum = Cellwise.Add(2);
        Cellwise reset = new("reset sum", Cellwise.Input(0) + (Cellwise.Input(1) * Cellwise.Input(2)));
        Cellwise multiply = Cellwise.Multiply();
        Cellwise mix = new(
            "hidden state",
            (Cellwise.Input(0) * Cellwise.Input(1)) + ((1.0 - Cellwise.Input(0)) * Cellwise.Input(2)),
            (0, Cellwise.Input(1) - Cellwise.Input(2)));
        return (step, x, states) =>
        {
            Symbol before = states[0];
            Symbol z = Gate("z", 0);
            Symbol r = Gate("r", 1);
            Symbol proposed = resetAfter
                ? step.EmitActivated("zh", "htilde", candidate, reset, FromInput(2), r, FromState(2))
                : step.EmitActivated("zh", "htilde", candidate, product, Together(2, step.Emit("rh", multiply, r, before)));
            return [step.Emit("h", mix, z, before, proposed)];

            Symbol Gate(string letter, int at) => resetAfter
                ? step.EmitActivated("z" + letter, letter, gate, sum, FromInput(at), FromState(at))
                : step.EmitActivated("z" + letter, letter, gate, product, Together(at, before));

            Symbol[] Together(int at, Symbol state) => [x, kernels[at], state, recurrent[at], .. Bias(at)];

            Symbol FromInput(int at) => step.Emit("x" + Gates[at], product, [x, kernels[at], .. Bias(at)]);

            Symbol FromState(int at) => step.Emit("h" + Gates[at], product, [before, recurrent[at], .. Bias(3 + at)]);

            Symbol[] Bias(int at) => UseBias ? [biases[at]] : [];
        };
    }

    private ImmutableArray<Symbol> Biases(LayerBuilder builder) => resetAfter
        ? Parameters(
            builder,
            LayerPart.None,
            BiasPart,
            new Shape(2, 3 * Units),
            Bias,
            [.. Gates.Select(gate => "b" + gate), .. Gates.Select(gate => "bR" + gate)],
            columns: 3)
        : Parameters(builder, LayerPart.None, BiasPart, new Shape(3 * Units), Bias, [.. Gates.Select(gate => "b" + gate)]);
}
