using System.Collections.Immutable;
using Engine.Activations;
using Engine.Formulas;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Regularizers;

namespace Engine.Layers;

/// <summary>
/// A layer that reads a sequence one time step after the other and remembers what it has read in its state. Unrolled: each
/// time step has steps and names of its own (<c>h1_t3</c> is layer 1's hidden state at time step 3), so that the way back
/// through time is walked like any other. Inputs: the sequence (batch × time steps × features), and optionally the state
/// before the first time step (batch × units), which is otherwise 0. Output: the hidden state of the last time step
/// (batch × units), or those of all (batch × time steps × units).
/// </summary>
public abstract class RecurrentLayer : Layer
{
    /// <summary>The kernel's part name; it is also the argument's.</summary>
    private protected const string KernelPart = "kernel";

    /// <summary>The recurrent kernel's part name; it is also the argument's.</summary>
    private protected const string RecurrentPart = "recurrent-kernel";

    /// <summary>The bias's part name; it is also the argument's.</summary>
    private protected const string BiasPart = "bias";

    private readonly bool returnSequences;
    private readonly PartNames symbols;
    private readonly Dictionary<string, Regularizer?> regularizers;

    private protected RecurrentLayer(
        int units,
        Activation? activation,
        Initializer? kernel,
        Initializer? recurrentKernel,
        bool useBias,
        Initializer? bias,
        bool returnSequences,
        PartNames? symbols,
        Regularizer? kernelRegularizer,
        Regularizer? recurrentRegularizer,
        Regularizer? biasRegularizer)
    {
        if (!useBias && bias is not null)
        {
            throw new ArgumentException("values for a bias that use-bias: false takes away", nameof(bias));
        }

        if (!useBias && biasRegularizer is not null)
        {
            throw new ArgumentException("a regularizer for a bias that use-bias: false takes away", nameof(biasRegularizer));
        }

        Units = Require.AtLeast(1, units, nameof(units));
        Activation = activation ?? new HyperbolicTangent();
        Kernel = kernel ?? new GlorotUniform();
        RecurrentKernel = recurrentKernel ?? new Orthogonal();
        UseBias = useBias;
        Bias = bias ?? new Zeros();
        this.returnSequences = returnSequences;
        this.symbols = symbols ?? PartNames.None;
        regularizers = new Dictionary<string, Regularizer?>
        {
            [KernelPart] = kernelRegularizer,
            [RecurrentPart] = recurrentRegularizer,
            [BiasPart] = biasRegularizer,
        };
    }

    /// <summary>The letters of the states, the hidden state first: <c>h</c>, or <c>h</c> and <c>c</c>.</summary>
    private protected abstract ImmutableArray<string> States { get; }

    private protected int Units { get; }

    private protected Activation Activation { get; }

    private protected Initializer Kernel { get; }

    private protected Initializer RecurrentKernel { get; }

    private protected bool UseBias { get; }

    private protected Initializer Bias { get; }

    internal sealed override Symbol Emit(LayerBuilder builder, ImmutableArray<Symbol> inputs)
    {
        if (inputs.Length < 1 || inputs.Length > 1 + States.Length)
        {
            throw new ShapeException(
                Catalog.NameOf(this), $"a sequence, and possibly the first {string.Join(" and ", States)}", $"{inputs.Length} inputs");
        }

        Symbol x = inputs[0];
        if (x.Shape.Rank != 3 || x.Shape[1] == 0)
        {
            throw new ShapeException(Catalog.NameOf(this), "a sequence of shape batch × time steps × features", $"{x.Shape}");
        }

        Cell cell = CellOf(builder, x.Shape[^1]);
        ImmutableArray<Symbol> states = FirstStates(builder, inputs, x.Shape[0]);
        int steps = x.Shape[1];
        var hidden = ImmutableArray.CreateBuilder<Symbol>(steps);
        for (int time = 0; time < steps; time++)
        {
            StepBuilder step = new(builder, symbols, time + 1, isHandedOn: time == steps - 1 && !returnSequences);
            Symbol now = step.Emit("x", new Slice(1, time, 1, dropsAxis: true), x);
            states = cell(step, now, states);
            hidden.Add(states[0]);
        }

        if (!returnSequences)
        {
            return states[0];
        }

        // With a name for each unit, the sequence of them needs one name for all.
        SymbolNames? names = symbols["sequence"] ?? (symbols["h"] is { Shape: null } one ? one : null);
        Shape sequence = new(x.Shape[0], steps, Units);
        Join join = new(sequence, 1, [.. Enumerable.Range(0, steps).Select(time => (time, 1))]);
        return builder.Emit(join, LayerPart.Output, "sequence", names ?? builder.NameOf("h"), hidden);
    }

    /// <summary>One time step: its input and the states before it in, the states after it out.</summary>
    private protected delegate ImmutableArray<Symbol> Cell(StepBuilder step, Symbol x, ImmutableArray<Symbol> states);

    /// <summary>Declares the parameters and returns what every time step does with them.</summary>
    private protected abstract Cell CellOf(LayerBuilder builder, int features);

    /// <summary>Refuses names for parts that the layer does not have.</summary>
    private protected void RequireParts(params IEnumerable<string> parts) =>
        symbols.RequireOnly([.. parts, .. returnSequences ? ["sequence"] : Array.Empty<string>()], nameof(symbols));

    /// <summary>Parameters that are written as one tensor, one for each letter.</summary>
    private protected ImmutableArray<Symbol> Parameters(
        LayerBuilder builder, LayerPart part, string name, Shape whole, Initializer initializer, IReadOnlyList<string> letters, int? columns = null) =>
        builder.Parameters(
            part, name, whole, initializer, [.. letters.Select(letter => symbols[letter] ?? builder.NameOf(letter))], regularizers[name], columns);

    /// <summary>The states before the first time step: given ones, or zeros that are there to be seen.</summary>
    private ImmutableArray<Symbol> FirstStates(LayerBuilder builder, ImmutableArray<Symbol> inputs, int samples)
    {
        Shape shape = new(samples, Units);
        if (inputs.Skip(1).FirstOrDefault(given => !given.Shape.Equals(shape)) is { } wrong)
        {
            throw new ShapeException(Catalog.NameOf(this), $"a first state of shape {shape}", $"{wrong.Shape}");
        }

        StepBuilder before = new(builder, symbols, 0, isHandedOn: false);
        Cellwise zeros = new("first state", 0.0, shape);
        return [.. States.Select((letter, state) => state + 1 < inputs.Length ? inputs[state + 1] : before.Emit(letter, zeros))];
    }

    /// <summary>Emits the steps of one time step; they are named after the parts of the layer and the time.</summary>
    private protected sealed class StepBuilder(LayerBuilder builder, PartNames symbols, int time, bool isHandedOn)
    {
        /// <summary>One step.</summary>
        /// <param name="letter">The part that it computes.</param>
        /// <param name="operation">What it does.</param>
        /// <param name="inputs">Its inputs.</param>
        public Symbol Emit(string letter, Operation operation, params IReadOnlyList<Symbol> inputs)
        {
            SymbolNames names = (symbols[letter] ?? builder.NameOf(letter)).WithSuffix($"_t{time}");
            return builder.Emit(operation, isHandedOn && letter == "h" ? LayerPart.Output : LayerPart.None, letter, names, inputs);
        }

        /// <summary>A weighted sum and its activation; where that is the sum itself, only one step.</summary>
        /// <param name="sum">The part that is the sum.</param>
        /// <param name="letter">The part that is the activation.</param>
        /// <param name="activation">The activation.</param>
        /// <param name="operation">What makes the sum.</param>
        /// <param name="inputs">What it is made of.</param>
        public Symbol EmitActivated(
            string sum, string letter, Activated activation, Operation operation, params IReadOnlyList<Symbol> inputs) =>
            activation.Operation is null
                ? Emit(letter, operation, inputs)
                : Emit(letter, activation.Operation, Emit(sum, operation, inputs));
    }

    /// <summary>An activation as one operation that serves all time steps; null where sums are handed on as they are.</summary>
    private protected sealed class Activated(Activation activation)
    {
        public Operation? Operation { get; } = activation.IsIdentity ? null : activation.ToOperation();

        /// <summary>Whether it is a function of each number by itself, so that it can be part of a formula.</summary>
        public bool IsCellwise { get; } = activation is CellwiseActivation;

        /// <summary>The activation at a formula; the formula itself where it is none or not cellwise.</summary>
        public Expression Of(Expression argument) =>
            activation is CellwiseActivation { IsIdentity: false } cellwise ? cellwise.Of(argument) : argument;
    }
}
