using System.Reflection;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;
using Linq = System.Linq.Expressions.Expression;

namespace Engine.Tests.Operations;

/// <summary>What every operation owes: arithmetic, explanation and derivative that say the same.</summary>
public class OperationTests
{
    /// <summary>The numbers to try; each kind is a place where arithmetic or derivatives have gone wrong somewhere.</summary>
    public enum Points
    {
        Ordinary,
        Zeros,
        NegativeZeros,
        Saturated,
        FarSaturated,
        Tiny,
    }

    public static TheoryData<int, string, Points> Cases
    {
        get
        {
            TheoryData<int, string, Points> data = [];
            for (int index = 0; index < OperationTable.Cases.Count; index++)
            {
                foreach (Points points in Enum.GetValues<Points>())
                {
                    data.Add(index, OperationTable.Cases[index].ToString(), points);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Should_all_be_in_the_table()
    {
        IEnumerable<Type> operations = typeof(Operation).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Operation)) && !type.IsAbstract);
        operations.Except(OperationTable.Cases.Select(entry => entry.Operation.GetType())).ShouldBeEmpty("operations without a line in OperationTable");
    }

    /// <summary>Whether a plan can lead a gradient back through the operation.</summary>
    internal static bool HasRule(Operation operation) =>
        operation.GetType().GetMethod(nameof(Operation.Differentiate), BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Operation);

    public class TheExplainMethod
    {
        [Theory]
        [MemberData(nameof(Cases), MemberType = typeof(OperationTests))]
        public void Should_equal_what_is_computed_bit_for_bit(int index, string name, Points points)
        {
            // Whether a product is rounded before it is added shows only now and then.
            for (int seed = 1; seed <= 20; seed++)
            {
                Bench bench = new(OperationTable.Cases[index], points, seed);
                double[] computed = bench.Compute(bench.Values);
                for (int cell = 0; cell < computed.Length; cell++)
                {
                    bench.Explain(cell).Evaluate(bench.ValueOf).ShouldBeBitEqual(computed[cell], $"{name}, cell {cell}, seed {seed}");
                }
            }
        }

        [Fact]
        public void Should_compile_to_the_same_bits()
        {
            foreach (OperationCase subject in OperationTable.Cases)
            {
                Action<double[], double[]> compiled = Compile(subject);
                foreach (Points points in Enum.GetValues<Points>())
                {
                    Bench bench = new(subject, points);
                    double[] found = new double[bench.OutputSize];
                    compiled(bench.Values, found);
                    for (int cell = 0; cell < found.Length; cell++)
                    {
                        found[cell].ShouldBeBitEqual(bench.Explain(cell).Evaluate(bench.ValueOf), $"{subject}, {points}, cell {cell}");
                    }
                }
            }
        }

        /// <summary>Code for the explanations of all cells, from the numbers of the inputs to those of the output.</summary>
        private static Action<double[], double[]> Compile(OperationCase subject)
        {
            Bench bench = new(subject, Points.Zeros);
            var values = Linq.Parameter(typeof(double[]));
            var output = Linq.Parameter(typeof(double[]));
            IEnumerable<Linq> lines = Enumerable.Range(0, bench.OutputSize).Select(cell => (Linq)Linq.Assign(
                Linq.ArrayAccess(output, Linq.Constant(cell)),
                FormulaCompiler.Compile(bench.Explain(cell), operand => Linq.ArrayIndex(values, Linq.Constant(bench.PlaceOf(operand))))));
            return Linq.Lambda<Action<double[], double[]>>(Linq.Block(typeof(void), lines.Append(Linq.Empty())), values, output).Compile();
        }

        [Theory]
        [MemberData(nameof(Cases), MemberType = typeof(OperationTests))]
        public void Should_have_the_derivatives_that_differences_show(int index, string name, Points points)
        {
            // At a kink the derivative is a convention, which the reference numbers check.
            if (OperationTable.Cases[index].HasKinkAtZero && points is (Points.Zeros or Points.NegativeZeros or Points.Tiny))
            {
                return;
            }

            if (IsOutsideDomain(OperationTable.Cases[index], points))
            {
                return;
            }

            Bench bench = new(OperationTable.Cases[index], points);
            int size = bench.OutputSize;
            for (int cell = 0; cell < size; cell++)
            {
                double[] expected = CentralDifferences.Gradient(values => bench.Compute(values)[cell], bench.Values);
                double[] reverse = new double[bench.Values.Length];
                Expression formula = bench.Explain(cell);
                FormulaDerivative.Accumulate(formula, 1, bench.ValueOf, (operand, part) => reverse[bench.PlaceOf(operand)] += part);
                for (int place = 0; place < expected.Length; place++)
                {
                    if (bench.IsWhole(place))
                    {
                        // Between whole numbers there is nothing.
                        continue;
                    }

                    string where = $"{name}, d(cell {cell})/d({bench.OperandAt(place)})";
                    double tolerance = 1e-9 * bench.Size;
                    reverse[place].ShouldAgree(expected[place], tolerance, where + ", reverse");
                    FormulaDerivative.Of(formula, bench.OperandAt(place)).Evaluate(bench.ValueOf)
                        .ShouldAgree(expected[place], tolerance, where + ", symbolic");
                }
            }
        }
    }

    /// <summary>Whether an operation never meets such numbers, so that it has no derivative worth the name there.</summary>
    private static bool IsOutsideDomain(OperationCase subject, Points points) => subject.Operation switch
    {
        // What counts or compares only jumps.
        { IsDifferentiable: false } => true,

        // Numbers that choose are whole and there is something to choose; the others try what happens if not.
        _ when subject.WholeNumbers.Count > 0 => points != Points.Ordinary,

        // The first input is a probability or its logarithm.
        SoftmaxGradient or LogSoftmaxGradient => points is Points.Saturated or Points.FarSaturated,

        // Nothing has a share of nothing; and the sum of large numbers of both signs may be near it.
        NormalizeRows or NormalizeGradient => points is not Points.Ordinary,
        _ => false,
    };

    public class TheComputeMethod
    {
        [Theory]
        [MemberData(nameof(Cases), MemberType = typeof(OperationTests))]
        public void Should_compute_rows_apart_where_it_says_it_can(int index, string name, Points points)
        {
            OperationCase subject = OperationTable.Cases[index];
            Shape output = subject.Operation.ShapeOf(subject.Inputs);
            Bench bench = new(subject, points);
            double[] whole = bench.Compute(bench.Values);
            int rows = bench.Prepare().HasSeparateRows ? output[0] : 0;
            for (int cut = 1; cut < rows; cut++)
            {
                double[] buffer = [.. bench.Values, .. Enumerable.Repeat(double.NaN, output.Size)];
                bench.Prepare().Part(cut, rows - cut).Run(buffer);
                bench.Prepare().Part(0, cut).Run(buffer);
                ((ReadOnlySpan<double>)buffer)[bench.Values.Length..].ShouldBeBitEqual(whole, $"{name}, cut at row {cut}");
            }
        }

        [Fact]
        public void Should_compute_rows_apart_where_it_matters() => OperationTable.Cases
            .Where(subject => new Bench(subject, Points.Ordinary).Prepare().HasSeparateRows)
            .Select(subject => subject.Operation.GetType())
            .Distinct()
            .Intersect([typeof(DenseProduct), typeof(KernelGradient), typeof(InputGradient), typeof(BiasGradient), typeof(Cellwise), typeof(LogSoftmaxRows)])
            .Count().ShouldBe(6);
    }

    public class TheCellsUsingMethod
    {
        public static TheoryData<int, string> AllCases
        {
            get
            {
                TheoryData<int, string> data = [];
                for (int index = 0; index < OperationTable.Cases.Count; index++)
                {
                    data.Add(index, OperationTable.Cases[index].ToString());
                }

                return data;
            }
        }

        [Theory]
        [MemberData(nameof(AllCases))]
        public void Should_name_the_cells_whose_formulas_have_the_operand(int index, string name)
        {
            OperationCase subject = OperationTable.Cases[index];
            int size = subject.Operation.ShapeOf(subject.Inputs).Size;
            HashSet<Expression.Operand>[] operands = [.. Enumerable.Range(0, size).Select(cell => subject.Operation.Explain(cell, subject.Inputs).Operands.ToHashSet())];
            for (int input = 0; input < subject.Inputs.Length; input++)
            {
                for (int cell = 0; cell < subject.Inputs[input].Size; cell++)
                {
                    Expression.Operand operand = new(input, cell);
                    subject.Operation.CellsUsing(input, cell, subject.Inputs)
                        .ShouldBe(Enumerable.Range(0, size).Where(at => operands[at].Contains(operand)), $"{name}, cell {cell} of input {input}");
                }
            }
        }
    }

    public class TheShapeOfMethod
    {
        [Fact]
        public void Should_refuse_a_dense_input_that_is_no_batch()
        {
            ShapeException problem = Should.Throw<ShapeException>(() => new DenseProduct().ShapeOf(new Shape(2), new Shape(2, 3)));
            problem.Found.ShouldBe("2");
            problem.Expected.ShouldBe("an input of shape batch × features");
        }

        [Fact]
        public void Should_refuse_a_kernel_of_other_rows() =>
            Should.Throw<ShapeException>(() => new DenseProduct().ShapeOf(new Shape(1, 2), new Shape(3, 4)))
                .Message.ShouldBe("dense layer: expected a kernel of 2 rows, one for each input, found shape 3 × 4");

        [Fact]
        public void Should_refuse_a_bias_of_other_units() =>
            Should.Throw<ShapeException>(() => new DenseProduct().ShapeOf(new Shape(1, 2), new Shape(2, 4), new Shape(3)))
                .Message.ShouldBe("dense layer: expected 4 biases, one for each unit, found shape 3");

        [Fact]
        public void Should_refuse_samples_that_differ() =>
            Should.Throw<ShapeException>(() => new KernelGradient().ShapeOf(new Shape(1, 2), new Shape(3, 4)));

        [Fact]
        public void Should_refuse_cellwise_inputs_of_two_shapes()
        {
            ShapeException problem = Should.Throw<ShapeException>(() => Cellwise.Multiply().ShapeOf(new Shape(2), new Shape(3)));
            problem.Where.ShouldBe("product");
            problem.Expected.ShouldContain("2");
            problem.Found.ShouldBe("3");
        }

        [Fact]
        public void Should_let_one_number_serve_every_cell() =>
            Cellwise.Multiply().ShapeOf(Shape.Scalar, new Shape(2, 3)).ShouldBe(new Shape(2, 3));

        [Fact]
        public void Should_leave_out_the_axis_that_is_summed() => new SumOfPaths().ShapeOf(new Shape(4, 3, 2)).ShouldBe(new Shape(4, 3));
    }

    public class TheDifferentiateMethod
    {
        [Fact]
        public void Should_refuse_where_there_is_no_rule() =>
            Should.Throw<NotSupportedException>(() => new Spread(Shape.Scalar, 1).Differentiate(null!)).Message.ShouldContain("Spread");
    }

    /// <summary>One operation with numbers in its inputs.</summary>
    private sealed class Bench
    {
        private readonly OperationCase subject;
        private readonly int[] offsets;

        public Bench(OperationCase subject, Points points, int seed = 1)
        {
            this.subject = subject;
            offsets = new int[subject.Inputs.Length];
            int length = 0;
            for (int input = 0; input < offsets.Length; input++)
            {
                offsets[input] = length;
                length += subject.Inputs[input].Size;
            }

            Random random = new(seed);
            Values =
            [
                .. Enumerable.Range(0, length).Select(place =>
                    points == Points.Ordinary && WholeBelow(place) is { } below ? random.Next(below) : ValueAt(place, points, random)),
            ];
            OutputSize = subject.Operation.ShapeOf(subject.Inputs).Size;
        }

        public double[] Values { get; }

        public int OutputSize { get; }

        /// <summary>How large the numbers are: what rounding errors of differences grow with.</summary>
        public double Size => Values.Select(Math.Abs).Append(1).Max();

        public double[] Compute(double[] values)
        {
            // As in a plan: the output lies behind the inputs in one buffer.
            double[] buffer = [.. values, .. Enumerable.Repeat(double.NaN, OutputSize)];
            Operands operands = new(buffer, offsets, [.. subject.Inputs], values.Length, subject.Operation.LayoutOf(subject.Inputs));
            subject.Operation.Compute(operands, buffer.AsSpan(values.Length));
            return buffer[values.Length..];
        }

        public PreparedStep Prepare() =>
            new(subject.Operation, offsets, [.. subject.Inputs], Values.Length, subject.Operation.ShapeOf(subject.Inputs));

        public Expression Explain(int cell) => subject.Operation.Explain(cell, subject.Inputs);

        public int PlaceOf(Expression.Operand operand)
        {
            operand.Cell.ShouldBeInRange(0, subject.Inputs[operand.Input].Size - 1);
            return offsets[operand.Input] + operand.Cell;
        }

        public double ValueOf(Expression.Operand operand) => Values[PlaceOf(operand)];

        public Expression.Operand OperandAt(int place)
        {
            int input = Array.FindLastIndex(offsets, offset => offset <= place);
            return new Expression.Operand(input, place - offsets[input]);
        }

        public bool IsWhole(int place) => WholeBelow(place) is not null;

        private int? WholeBelow(int place) => subject.WholeBelow(OperandAt(place).Input);

        private static double ValueAt(int place, Points points, Random random) => points switch
        {
            Points.Ordinary => (4 * random.NextDouble()) - 2,
            Points.Zeros => 0,
            Points.NegativeZeros => -0.0,
            Points.Saturated => place % 2 == 0 ? 40 : -40,
            Points.FarSaturated => place % 2 == 0 ? -800 : 800,
            _ => 1e-300 * (place + 1),
        };
    }
}
