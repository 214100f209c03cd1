using Engine.Activations;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Regularizers;

namespace Engine.Tests.Operations;

/// <summary>An operation with the shapes to try it on.</summary>
public sealed record OperationCase(Operation Operation, params Shape[] Inputs)
{
    /// <summary>For inputs that hold whole numbers, such as words' places in a vocabulary: how many there are to choose from.</summary>
    public IReadOnlyDictionary<int, int> WholeNumbers { get; init; } = new Dictionary<int, int>();

    public int? WholeBelow(int input) => WholeNumbers.TryGetValue(input, out int below) ? below : null;

    /// <summary>Whether a formula in pieces changes from one to the other at 0.</summary>
    public bool HasKinkAtZero => Operation switch
    {
        Cellwise cellwise => HasPieces(cellwise.Formula),
        Reduction reduction => HasPieces(reduction.Formula),
        _ => false,
    };

    private static bool HasPieces(Expression formula) => formula switch
    {
        Expression.Choice or Expression.Maximum => true,
        Expression.Call { Function: var function } when function == ElementaryFunction.Absolute || function == ElementaryFunction.Sign => true,
        Expression.Abbreviation abbreviation => HasPieces(abbreviation.Body),
        Expression.Equivalent equivalent => HasPieces(equivalent.Written),
        _ => formula.Parts.Any(HasPieces),
    };

    public override string ToString() =>
        $"{(Operation is Cellwise cellwise ? cellwise.Name : Operation.GetType().Name)} of {string.Join(", ", Inputs.Select(shape => $"({shape})"))}";
}

/// <summary>Every operation of the engine with several shapes each. A new operation adds its lines here.</summary>
internal static class OperationTable
{
    private static readonly Shape One = new(1, 1);
    private static readonly Shape Row = new(1, 3);
    private static readonly Shape Rows = new(2, 3);
    private static readonly Shape Empty = new(2, 0);

    public static IReadOnlyList<OperationCase> Cases { get; } =
    [
        .. Activations.OfType<CellwiseActivation>().SelectMany(activation => Formula(1, activation.ToOperation)),
        .. Activations.OfType<CellwiseActivation>().Where(HasSlope).SelectMany(activation => Formula(2, () =>
            new Cellwise(activation.Name + "'", activation.Slope(Cellwise.Input(0), Cellwise.Input(1))!))),
        .. RowShapes.Select(shape => new OperationCase(new SoftmaxRows(), shape)),
        .. RowShapes.Select(shape => new OperationCase(new LogSoftmaxRows(), shape)),
        .. RowShapes.Select(shape => new OperationCase(new NormalizeRows(), shape)),
        .. RowShapes.Select(shape => new OperationCase(new NormalizeGradient(), shape, shape)),
        new(new LabelProbabilities(0), Rows, new Shape(2, 2, 3)) { WholeNumbers = Choosing(0, 3) },
        new(new LabelProbabilities(2), One, new Shape(1, 3, 3)) { WholeNumbers = Choosing(0, 3) },
        new(new PathProbabilities(0), Rows, new Shape(2, 5)) { WholeNumbers = Choosing(0, 3) },
        new(new PathProbabilities(1), Rows, new Shape(2, 5), new Shape(2, 5)) { WholeNumbers = Choosing(0, 3) },
        new(new LabelProbability(), Rows, new Shape(2, 5)) { WholeNumbers = Choosing(0, 3) },
        new(new CellFormulasGradient(new PathProbabilities(1), 2), new Shape(2, 5), Rows, new Shape(2, 5), new Shape(2, 5)) { WholeNumbers = Choosing(1, 3) },
        new(new OneHot(1), One) { WholeNumbers = Choosing(0, 1) },
        new(new OneHot(3), new Shape(2, 1)) { WholeNumbers = Choosing(0, 3) },
        .. RowShapes.Select(shape => new OperationCase(new SoftmaxGradient(), shape, shape)),
        .. RowShapes.Select(shape => new OperationCase(new LogSoftmaxGradient(), shape, shape)),
        .. Formula(2, () => new Cellwise("half square", 0.5 * new Expression.Square(Cellwise.Input(0) - Cellwise.Input(1)))),
        .. Formula(1, () => Cellwise.Add(1)),
        .. Formula(2, () => Cellwise.Add(2)),
        .. Formula(3, () => Cellwise.Add(3)),
        .. Formula(2, Cellwise.Multiply),
        new(Cellwise.Multiply(), Shape.Scalar, Rows),
        new(Cellwise.Multiply(), Rows, Shape.Scalar),
        new(Descend, Shape.Scalar, Shape.Scalar, Shape.Scalar),
        new(Descend, One, Shape.Scalar, One),
        new(Descend, Rows, Shape.Scalar, Rows),
        new(new One(Shape.Scalar)),
        new(new One(Rows)),
        .. Dense((x, kernel, _) => new OperationCase(new DenseProduct(), x, kernel)),
        .. Dense((x, kernel, _) => new OperationCase(new DenseProduct(), x, kernel, new Shape(kernel[1]))),
        new(new DenseProduct(), new Shape(2, 0), new Shape(0, 3)),
        new(new DenseProduct(), new Shape(2, 0), new Shape(0, 3), new Shape(3)),
        .. Dense((x, _, gradient) => new OperationCase(new KernelGradient(), x, gradient)),
        .. Dense((_, _, gradient) => new OperationCase(new BiasGradient(), gradient)),
        .. Dense((_, kernel, gradient) => new OperationCase(new InputGradient(), gradient, kernel)),
        .. Dense((_, kernel, gradient) => new OperationCase(new PathContributions(), gradient, kernel)),
        new(new SumOfPaths(), new Shape(3)),
        new(new SumOfPaths(), new Shape(1, 1, 1)),
        new(new SumOfPaths(), new Shape(2, 3, 4)),
        .. Shapes.Select(shape => new OperationCase(new SumAll(), shape)),
        .. Shapes.Select(shape => new OperationCase(new SumAll(3), shape)),
        new(new Spread(Rows, 1), Shape.Scalar),
        new(new Spread(Rows, 3), Shape.Scalar),
        new(new Spread(Shape.Scalar, 2), Shape.Scalar),
        .. Repeated(() => new Cellwise("affine", (Cellwise.Input(0) * Cellwise.Input(1)) + Cellwise.Input(2))),
        .. Repeated(() => new Cellwise("damped", (Cellwise.Input(0) / (1.0 + new Expression.Square(Cellwise.Input(1)))) - Cellwise.Input(2))),
        new(new Cellwise("one for all", 2.0 * Cellwise.Input(0), Rows), new Shape(3)),
        new(new Reduction("mean of rows", Cellwise.Input(0), new Shape(3), 2), Rows),
        new(new Reduction("sum of columns", Cellwise.Input(0), new Shape(2, 1)), Rows),
        new(new Reduction("mean of sequences", Cellwise.Input(0), new Shape(2, 1, 4), 3), new Shape(2, 3, 4)),
        new(new Reduction("squares", 0.5 * new Expression.Square(Cellwise.Input(0)), Shape.Scalar), Rows),
        new(new Reduction("squared distance", new Expression.Square(Cellwise.Input(0) - Cellwise.Input(1)), new Shape(3), 2), Rows, new Shape(3)),
        new(new Reduction("products", Cellwise.Input(0) * Cellwise.Input(1), new Shape(4)), new Shape(2, 3, 4), new Shape(2, 3, 1)),
        new(new Reduction("nothing to sum", Cellwise.Input(0), Rows), Rows),
        .. Shapes.SelectMany(shape => Regularizers.Select(regularizer => new OperationCase(regularizer.ToOperation(), shape))),
        new(new Reshape(new Shape(2, 6)), new Shape(2, 3, 2)),
        new(new Reshape(Shape.Scalar), One),
        new(new Slice(1, 1, 2), Rows),
        new(new Slice(1, 2, 1, dropsAxis: true), new Shape(2, 3, 2)),
        new(new Slice(0, 0, 1), One),
        new(new Join(new Shape(2, 5), 1, [(0, 3), (3, 2)]), Rows, new Shape(2, 2)),
        new(new Join(new Shape(2, 4, 2), 1, [(1, 1), (3, 1)]), new Shape(2, 2), new Shape(2, 1, 2)),
        new(new DenseProduct(), Rows, new Shape(3, 2), new Shape(2, 4), new Shape(4, 2)),
        new(new DenseProduct(), Rows, new Shape(3, 2), new Shape(2, 4), new Shape(4, 2), new Shape(2)),
        new(new DenseProduct(), new Shape(2, 3, 2), new Shape(2, 3), new Shape(3)),
        new(new KernelGradient(), new Shape(2, 3, 2), new Shape(2, 3, 4)),
        new(new KernelGradient(), Rows, new Shape(2, 4), Row, new Shape(1, 4)),
        new(new BiasGradient(), new Shape(2, 3, 4)),
        new(new BiasGradient(), Rows, Row, Rows),
        new(new InputGradient(), new Shape(2, 3, 4), new Shape(2, 4)),
        .. OverWindows((windows, x, kernel, _) => new OperationCase(new Convolution(windows), x, kernel)),
        .. OverWindows((windows, x, kernel, _) => new OperationCase(new Convolution(windows), x, kernel, new Shape(kernel[^1]))),
        .. OverWindows((windows, x, _, gradient) => new OperationCase(new ConvolutionKernelGradient(windows), x, gradient)),
        .. OverWindows((windows, x, kernel, gradient) => new OperationCase(new ConvolutionInputGradient(windows, x), gradient, kernel)),
        .. OverWindows((windows, x, _, _) => new OperationCase(new WindowArgMax(windows), x)),
        .. OverWindows((windows, x, _, _) => new OperationCase(new TakeFromWindows(windows), x, windows.OutputOf(x, x[^1]))
        {
            WholeNumbers = Choosing(1, FewestPlaces(windows, x)),
        }),
        .. OverWindows((windows, x, _, _) => new OperationCase(
            new TakeFromWindowsGradient(windows, x), windows.OutputOf(x, x[^1]), windows.OutputOf(x, x[^1]))
        {
            WholeNumbers = Choosing(0, FewestPlaces(windows, x)),
        }),
        .. Along((whole, _, axis) => new OperationCase(new ArgMax(axis), whole)),
        .. Along((whole, lines, axis) => new OperationCase(new TakeAlong(axis), whole, lines) { WholeNumbers = Choosing(1, whole[axis]) }),
        .. Along((whole, lines, axis) => new OperationCase(new TakeAlongGradient(axis, whole[axis]), lines, lines)
        {
            WholeNumbers = Choosing(0, whole[axis]),
        }),
        .. Along((whole, _, axis) => new OperationCase(new AverageAlong(axis), whole)),
        .. Along((whole, lines, axis) => new OperationCase(new AverageAlongGradient(axis, whole[axis]), lines)),
        .. Tables((numbers, table) => new OperationCase(new Gather(), numbers, table) { WholeNumbers = Choosing(0, table[0]) }),
        .. Tables((numbers, table) => new OperationCase(new GatherGradient(table[0]), numbers, numbers.Append(table[1]))
        {
            WholeNumbers = Choosing(0, table[0]),
        }),
    ];

    private static IEnumerable<Shape> RowShapes => [One, Row, Rows, new Shape(2, 2, 3)];

    private static IEnumerable<Shape> Shapes => [Shape.Scalar, One, Row, Rows];

    private static Cellwise Descend => new("descent", Cellwise.Input(0) - (Cellwise.Input(1) * Cellwise.Input(2)));

    /// <summary>Every activation function of the catalog, with its default arguments.</summary>
    private static IEnumerable<Activation> Activations =>
        Catalog.Of(typeof(Activation)).Select(entry => (Activation)Catalog.Create(entry, new Dictionary<string, object?>()));

    private static Regularizer[] Regularizers => [new L1(0.3), new L2(0.3), new L2(0.3, half: true), new L1L2(0.2, 0.3), new Elastic(0.4, 0.3)];

    private static bool HasSlope(CellwiseActivation activation) => activation.Slope(Cellwise.Input(0), Cellwise.Input(1)) is not null;

    private static Dictionary<int, int> Choosing(int input, int below) => new() { [input] = below };

    /// <summary>Each axis of a few shapes, with the shape without it.</summary>
    private static IEnumerable<OperationCase> Along(Func<Shape, Shape, int, OperationCase> operation) =>
        from shape in new[] { One, Rows, new Shape(2, 3, 4), new Shape(2, 1, 3) }
        from axis in Enumerable.Range(0, shape.Rank)
        select operation(shape, new Shape([.. shape.Lengths[..axis], .. shape.Lengths[(axis + 1)..]]), axis);

    /// <summary>Numbers of rows of different shapes, and a table.</summary>
    private static IEnumerable<OperationCase> Tables(Func<Shape, Shape, OperationCase> operation) =>
    [
        operation(One, One),
        operation(new Shape(4), new Shape(3, 2)),
        operation(new Shape(2, 3), new Shape(4, 2)),
        operation(new Shape(2, 2, 2), new Shape(5, 1)),
    ];

    private static IEnumerable<OperationCase> Formula(int inputs, Func<Operation> operation) =>
        [.. Shapes.Append(Empty).Select(shape => new OperationCase(operation(), [.. Enumerable.Repeat(shape, inputs)]))];

    /// <summary>Three inputs of which some are repeated along the first axes, the last, or one between.</summary>
    private static IEnumerable<OperationCase> Repeated(Func<Operation> operation) =>
    [
        new(operation(), Rows, new Shape(3), new Shape(3)),
        new(operation(), Rows, new Shape(2, 1), new Shape(3)),
        new(operation(), new Shape(3), Rows, Shape.Scalar),
        new(operation(), new Shape(2, 3, 4), new Shape(2, 1, 4), new Shape(4)),
        new(operation(), new Shape(2, 1), new Shape(3), new Shape(2, 1)),
    ];

    /// <summary>How many places there are in the window that has the fewest.</summary>
    private static int FewestPlaces(Windows windows, Shape x) =>
        Enumerable.Range(0, windows.GridOf(x).Count).Min(windows.GridOf(x).PlacesIn);

    /// <summary>
    /// Sequences and pictures, with and without padding, with strides that leave places out, and with windows longer than what
    /// they move along: each with a kernel and with what has a place for each window.
    /// </summary>
    private static IEnumerable<OperationCase> OverWindows(Func<Windows, Shape, Shape, Shape, OperationCase> operation) =>
        from entry in new (Windows Windows, Shape Input, int Filters)[]
        {
            (new Windows([1], [1], Padding.Valid), new Shape(1, 1, 1), 1),
            (new Windows([3], [1], Padding.Valid), new Shape(2, 5, 2), 3),
            (new Windows([2], [3], Padding.Valid), new Shape(2, 7, 1), 2),
            (new Windows([4], [2], Padding.Same), new Shape(1, 5, 2), 2),
            (new Windows([5], [1], Padding.Same), new Shape(1, 2, 1), 5),
            (new Windows([3], [2], Padding.Causal), new Shape(2, 4, 2), 1),
            (new Windows([2, 3], [1, 2], Padding.Valid), new Shape(2, 3, 5, 2), 2),
            (new Windows([2, 3], [2, 1], Padding.Same), new Shape(1, 3, 2, 2), 9),
        }
        select operation(
            entry.Windows,
            entry.Input,
            entry.Windows.KernelOf(entry.Input[^1], entry.Filters),
            entry.Windows.OutputOf(entry.Input, entry.Filters));

    /// <summary>Batches of one and several; one and several inputs and units.</summary>
    private static IEnumerable<OperationCase> Dense(Func<Shape, Shape, Shape, OperationCase> operation) =>
        from batch in new[] { 1, 3 }
        from features in new[] { 1, 3 }
        from units in new[] { 1, 2 }
        select operation(new Shape(batch, features), new Shape(features, units), new Shape(batch, units));
}
