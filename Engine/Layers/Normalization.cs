using Engine.Formulas;
using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// A layer that gives numbers mean 0 and variance 1 and then the mean β and the scale γ that training finds best:
/// <c>x̂ = (x − mean) / √(variance + ε)</c>, <c>h = γ·x̂ + β</c>. Input and output: batch × … × features; γ and β have one
/// number a feature.
/// </summary>
/// <remarks>The variance is the biased one, the mean of the squared deviations, as in Keras.</remarks>
public abstract class Normalization : SingleInputLayer
{
    private readonly bool center;
    private readonly bool scale;
    private readonly Initializer gamma;
    private readonly Initializer beta;

    private protected Normalization(
        double epsilon, bool center, bool scale, Initializer? gamma, Initializer? beta, PartNames? symbols, params ReadOnlySpan<string> parts)
    {
        if (!double.IsFinite(epsilon) || epsilon < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "a finite number of at least 0");
        }

        if (!center && beta is not null)
        {
            throw new ArgumentException("values for a beta that center: false takes away", nameof(beta));
        }

        if (!scale && gamma is not null)
        {
            throw new ArgumentException("values for a gamma that scale: false takes away", nameof(gamma));
        }

        Epsilon = epsilon;
        this.center = center;
        this.scale = scale;
        this.gamma = gamma ?? new Ones();
        this.beta = beta ?? new Zeros();
        Symbols = symbols ?? PartNames.None;
        List<string> all = ["mean", "centered", "variance", "output", .. parts];
        if (scale)
        {
            all.Add("gamma");
        }

        if (center)
        {
            all.Add("beta");
        }

        if (scale || center)
        {
            all.Add("normalized");
        }

        Symbols.RequireOnly(all, nameof(symbols));
    }

    /// <summary>What is added to the variance, so that nothing is divided by 0.</summary>
    private protected double Epsilon { get; }

    private protected PartNames Symbols { get; }

    /// <summary>The numbers' deviations from the mean.</summary>
    private protected Symbol EmitCentered(LayerBuilder builder, Symbol input, Symbol mean) => builder.Emit(
        new Cellwise("center", Cellwise.Input(0) - Cellwise.Input(1)),
        LayerPart.None,
        "centered",
        Symbols["centered"] ?? builder.NameOf("centered"),
        input,
        mean);

    /// <summary>The deviations divided by the standard deviation, scaled and moved.</summary>
    private protected Symbol EmitNormalized(LayerBuilder builder, Symbol centered, Symbol variance)
    {
        bool isLast = !scale && !center;
        Symbol normalized = builder.Emit(
            new Cellwise("normalize", Cellwise.Input(0) / new Expression.Call(ElementaryFunction.SquareRoot, Cellwise.Input(1) + Epsilon)),
            isLast ? LayerPart.Output : LayerPart.None,
            isLast ? "output" : "normalized",
            isLast ? Symbols["output"] ?? builder.NameOfOutput : Symbols["normalized"] ?? builder.NameOf("xhat"),
            centered,
            variance);
        if (isLast)
        {
            return normalized;
        }

        Shape features = new(centered.Shape[^1]);
        List<Symbol> inputs = [normalized];
        Expression formula = Cellwise.Input(0);
        if (scale)
        {
            formula = Cellwise.Input(inputs.Count) * formula;
            inputs.Add(builder.Parameter(LayerPart.None, "gamma", features, gamma, Symbols["gamma"] ?? builder.NameOf("gamma")));
        }

        if (center)
        {
            formula += Cellwise.Input(inputs.Count);
            inputs.Add(builder.Parameter(LayerPart.None, "beta", features, beta, Symbols["beta"] ?? builder.NameOf("beta")));
        }

        return builder.Emit(
            new Cellwise("scale and move", formula), LayerPart.Output, "output", Symbols["output"] ?? builder.NameOfOutput, inputs);
    }

    private protected static void RequireFeatures(Symbol input)
    {
        if (input.Shape.Rank < 2 || input.Shape.Size == 0)
        {
            throw new ShapeException("normalization", "an input of shape batch × features, or with more axes between", $"{input.Shape}");
        }
    }
}
