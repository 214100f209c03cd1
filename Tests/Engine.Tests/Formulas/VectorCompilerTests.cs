using System.Numerics;
using Engine.Activations;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Tests.Support;

namespace Engine.Tests.Formulas;

public class VectorCompilerTests
{
    private static readonly Expression X = Cellwise.Input(0);
    private static readonly Expression Y = Cellwise.Input(1);
    private static readonly Expression Z = Cellwise.Input(2);

    private static readonly double[] Special =
        [0, -0.0, 1, -1, double.Epsilon, -1e-300, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    /// <summary>Every kind of formula that vectors compute, alone and put together as activations and optimizers do.</summary>
    public static TheoryData<string, Expression> Formulas => new()
    {
        { "constant", 0.1 },
        { "copy", X },
        { "negation", -X },
        { "sum", X + Y + Z },
        { "difference", X - Y - 0.1 },
        { "first term negative", new Expression.Sum([new(X, Negative: true), new(Y)]) },
        { "fused", new Expression.Sum([new(X * Y), new(Y * Z, Negative: true), new(X), new(Z, Negative: true)], Fused: true) },
        { "product", new Expression.Product([X, Y, Z, 0.1]) },
        { "quotient", X / (Y + 0.1) },
        { "square", new Expression.Square(X - Y) },
        { "root", new Expression.Call(ElementaryFunction.SquareRoot, X) },
        { "absolute", new Expression.Call(ElementaryFunction.Absolute, X - Y) },
        { "relu", new RectifiedLinear().Body(X) },
        { "relu'", new Expression.Choice(X, 0.0, 1.0, 0.0) },
        { "at least", new Expression.Choice(X, Y, X, Y, OrEqual: true) },
        { "clip", new Expression.Choice(0.2, X, 0.2, new Expression.Choice(X, 0.8, 0.8, X)) },
        { "abbreviation", new Expression.Abbreviation("twice", X, 2.0 * X) },
        { "equivalent", new Expression.Equivalent(2.0 * X, X + X) },
        { "gradient descent", X - (Y * Z) },
        { "adam", X - (0.001 * (Y / (1 - 0.9)) / (new Expression.Call(ElementaryFunction.SquareRoot, Z / (1 - 0.999)) + 1e-7)) },
    };

    /// <summary>Numbers, every second one of them special, so that specials meet each other and ordinary ones.</summary>
    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? Special[random.Next(Special.Length)] : (4 * random.NextDouble()) - 2)];
    }

    public class TheCompileLoopMethod
    {
        [Theory]
        [MemberData(nameof(Formulas), MemberType = typeof(VectorCompilerTests))]
        public void Should_give_the_bits_of_the_walk_through_the_formula(string name, Expression formula)
        {
            FormulaCompiler.Loop loop = VectorCompiler.CompileLoop(formula, 3).ShouldNotBeNull(name);
            for (int units = VectorCompiler.FewestCells; units <= (4 * VectorCompiler.FewestCells) + 1; units++)
            {
                Shape row = new(units);
                Shape rows = new(2, 3, units);
                foreach (Shape[] shapes in new Shape[][]
                {
                    [row, row, row], [row, Shape.Scalar, row], [Shape.Scalar, row, Shape.Scalar], [rows, rows, rows], [rows, row, Shape.Scalar],
                    [new(3, units), rows, row], [new(2, 1, units), rows, Shape.Scalar], [new(2, 3, 1), rows, new(1, 1, 1)],
                })
                {
                    Check(name, formula, loop, shapes);
                }
            }
        }

        [Fact]
        public void Should_find_a_loop_for_formulas_in_pieces_and_none_for_exponentials()
        {
            VectorCompiler.CompileLoop(new RectifiedLinear().Body(X), 1).ShouldNotBeNull();
            VectorCompiler.CompileLoop(new LeakyRectifiedLinear().Body(X), 1).ShouldNotBeNull();
            VectorCompiler.CompileLoop(new Sigmoid().Body(X), 1).ShouldBeNull();
            VectorCompiler.CompileLoop(1.0 + new Expression.Power(X, 2.0), 1).ShouldBeNull();
            VectorCompiler.CompileLoop(new Expression.Choice(X, 0.0, X, new Expression.Call(ElementaryFunction.Logarithm, Y)), 2).ShouldBeNull();
        }

        [Fact]
        public void Should_need_as_many_cells_as_there_are_lanes() => VectorCompiler.FewestCells.ShouldBe(Vector<double>.Count);

        private static void Check(string name, Expression formula, FormulaCompiler.Loop loop, Shape[] shapes)
        {
            // The inputs one after the other, with a gap before each, then the output, then a number that must stay.
            Shape whole = Broadcasting.Of(name, shapes).Full;
            Broadcasting layout = Broadcasting.Of(name, [.. shapes, whole]);
            int[] offsets = [1, shapes[0].Size + 2, shapes[0].Size + shapes[1].Size + 3];
            int output = offsets[2] + shapes[2].Size;
            double[] buffer = [.. Numbers(output, whole.Size), .. Enumerable.Repeat(7.0, whole.Size + 1)];
            double[] before = [.. buffer];
            loop(buffer, offsets, layout.Strides, layout.Lengths, output);
            for (int cell = 0; cell < whole.Size; cell++)
            {
                int at = cell;
                double expected = formula.Evaluate(operand => before[offsets[operand.Input] + layout.CellOf(operand.Input, at)]);
                buffer[output + cell].ShouldBeBitEqual(expected, $"{name}, cell {cell} of {string.Join<Shape>(", ", shapes)}");
            }

            ((ReadOnlySpan<double>)buffer)[..output].ShouldBeBitEqual(before.AsSpan(0, output), "inputs");
            buffer[^1].ShouldBe(7);
        }
    }
}
