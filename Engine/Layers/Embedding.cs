using Engine.Initializers;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;

namespace Engine.Layers;

/// <summary>
/// Turns numbers of words into vectors that training finds: each number chooses a row of a table. Input: data, batch × steps or
/// any other axes, whole numbers from 0 to below <c>input-dim</c>. Output: the input's shape with one more axis, of
/// <c>output-dim</c>. Parameters: the table W (input-dim × output-dim).
/// </summary>
/// <remarks>
/// A row's gradient is the sum of the gradients of all places where it was chosen. No gradient passes to the numbers that choose.
/// </remarks>
[Kind("embedding")]
public sealed class Embedding : SingleInputLayer
{
    private readonly int inputDim;
    private readonly int outputDim;
    private readonly Initializer embeddings;
    private readonly PartNames symbols;

    /// <summary>An embedding layer.</summary>
    /// <param name="inputDim">The size of the vocabulary: the number of rows, at least 1.</param>
    /// <param name="outputDim">The length of the vectors, at least 1.</param>
    /// <param name="embeddings">
    /// The first values of the table, input-dim × output-dim; where none are given they are drawn evenly from −0.05 to 0.05, as in
    /// Keras.
    /// </param>
    /// <param name="symbols">What the lesson calls the layer's numbers: <c>embeddings</c>, <c>output</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public Embedding(int inputDim, int outputDim, Initializer? embeddings = null, PartNames? symbols = null)
    {
        if (inputDim < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(inputDim), inputDim, "an integer of at least 1");
        }

        if (outputDim < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(outputDim), outputDim, "an integer of at least 1");
        }

        this.inputDim = inputDim;
        this.outputDim = outputDim;
        this.embeddings = embeddings ?? new Uniform();
        this.symbols = symbols ?? PartNames.None;
        this.symbols.RequireOnly(["embeddings", "output"], nameof(symbols));
    }

    private protected override Symbol Emit(LayerBuilder builder, Symbol input)
    {
        if (!builder.IsData(input))
        {
            throw new ShapeException("embedding", "numbers of words from the data", "what another layer computes");
        }

        Symbol table = builder.Parameter(
            LayerPart.None, "embeddings", new Shape(inputDim, outputDim), embeddings, symbols["embeddings"] ?? builder.NameOf("W"));
        return builder.Emit(new Gather(), LayerPart.Output, "output", symbols["output"] ?? builder.NameOfOutput, input, table);
    }
}
