using Engine.Activations;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Tests.Operations;

/// <summary>An operation with the shapes to try it on.</summary>
public sealed record OperationCase(Operation Operation, params Shape[] Inputs)
{
    public override string ToString() =>
        $"{Operation.GetType().Name} {(Operation is Activate activate ? activate.Activation.Name + " " : "")}of {string.Join(", ", Inputs.Select(shape => $"({shape})"))}";
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
        .. Cellwise(1, () => new Activate(new Sigmoid())),
        .. Cellwise(1, () => new Activate(new Linear())),
        .. Cellwise(2, () => new ActivationSlope(new Sigmoid())),
        .. Cellwise(2, () => new ActivationSlope(new Linear())),
        .. Cellwise(2, () => new HalfSquares()),
        .. Cellwise(2, () => new HalfSquaresSlope()),
        .. Cellwise(1, () => new Add()),
        .. Cellwise(2, () => new Add()),
        .. Cellwise(3, () => new Add()),
        .. Cellwise(2, () => new Multiply()),
        new(new Multiply(), Shape.Scalar, Rows),
        new(new Multiply(), Rows, Shape.Scalar),
        new(new Descend(), Shape.Scalar, Shape.Scalar, Shape.Scalar),
        new(new Descend(), One, Shape.Scalar, One),
        new(new Descend(), Rows, Shape.Scalar, Rows),
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
    ];

    private static IEnumerable<Shape> Shapes => [Shape.Scalar, One, Row, Rows];

    private static IEnumerable<OperationCase> Cellwise(int inputs, Func<Operation> operation) =>
        [.. Shapes.Append(Empty).Select(shape => new OperationCase(operation(), [.. Enumerable.Repeat(shape, inputs)]))];

    /// <summary>Batches of one and several; one and several inputs and units.</summary>
    private static IEnumerable<OperationCase> Dense(Func<Shape, Shape, Shape, OperationCase> operation) =>
        from batch in new[] { 1, 3 }
        from features in new[] { 1, 3 }
        from units in new[] { 1, 2 }
        select operation(new Shape(batch, features), new Shape(features, units), new Shape(batch, units));
}
