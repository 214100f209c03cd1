using System.Text.Json;
using Engine.Activations;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;

namespace Engine.Tests.Reference;

/// <summary>Activation functions and their derivatives against the reference numbers, kinks and saturation included.</summary>
public sealed class ActivationReferenceTests
{
    private const string File = "activations.json";

    public static TheoryData<string> Cases => [.. ReferenceCase.Of(File).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_agree(string id)
    {
        ReferenceCase entry = ReferenceCase.Of(File).First(candidate => candidate.Id == id);
        Activation activation = ActivationOf(entry);
        Operation operation = activation.ToOperation();
        Tensor x = ReferenceCase.TensorOf(entry.Inputs.GetProperty("x"));
        double[] y = Compute(operation, x);
        entry.ShouldMatch(y, entry.Expected.GetProperty("y"), "y");
        if (entry.Expected.TryGetProperty("dy", out JsonElement dy))
        {
            entry.ShouldMatch(Slopes((CellwiseActivation)activation, x.Values, y), dy, "dy of the step that the way back uses");
            double[] jacobian = Jacobian(operation, x);
            entry.ShouldMatch([.. Enumerable.Range(0, y.Length).Select(cell => jacobian[(cell * y.Length) + cell])], dy, "dy of the explanation");
        }

        if (entry.Expected.TryGetProperty("jacobian", out JsonElement expected))
        {
            entry.ShouldMatch(Jacobian(operation, x), expected, "jacobian");
        }

        if (entry.Expected.TryGetProperty("gradX", out JsonElement gradient))
        {
            Operation back = activation is Softmax ? new SoftmaxGradient() : new LogSoftmaxGradient();
            Tensor upstream = ReferenceCase.TensorOf(entry.Inputs.GetProperty("upstream"));
            entry.ShouldMatch(Compute(back, new Tensor(x.Shape, [.. y]), upstream), gradient, "gradX");
        }
    }

    /// <summary>The activation by its name in the reference, whose underscores are our hyphens.</summary>
    private static Activation ActivationOf(ReferenceCase entry)
    {
        string name = entry.Operation.Replace("_vector", "", StringComparison.Ordinal).Replace("_batch", "", StringComparison.Ordinal).Replace('_', '-');
        CatalogEntry kind = Catalog.Find(typeof(Activation), name).ShouldNotBeNull(name);
        Dictionary<string, object?> arguments = [];
        foreach (JsonProperty parameter in entry.Parameters.EnumerateObject())
        {
            string argument = parameter.Name == "valueAtZero" ? "value-at-zero" : parameter.Name;
            kind.Arguments.ShouldContain(known => known.Name == argument);
            arguments.Add(argument, parameter.Value.GetDouble());
        }

        return (Activation)Catalog.Create(kind, arguments);
    }

    private static double[] Compute(Operation operation, params Tensor[] inputs)
    {
        Shape[] shapes = [.. inputs.Select(input => input.Shape)];
        int size = operation.ShapeOf(shapes).Size;
        double[] buffer = [.. inputs.SelectMany(input => input.Values.ToArray()), .. new double[size]];
        int[] offsets = [.. inputs.Select((_, index) => inputs.Take(index).Sum(input => input.Shape.Size))];
        int start = buffer.Length - size;
        operation.Compute(new Operands(buffer, offsets, shapes, start, operation.LayoutOf(shapes)), buffer.AsSpan(start));
        return buffer[start..];
    }

    private static double[] Slopes(CellwiseActivation activation, ReadOnlySpan<double> x, double[] y)
    {
        Expression slope = activation.Slope(Cellwise.Input(0), Cellwise.Input(1))
            ?? FormulaDerivative.Of(activation.Of(Cellwise.Input(0)), new Expression.Operand(0, 0));
        double[] slopes = new double[y.Length];
        for (int cell = 0; cell < slopes.Length; cell++)
        {
            (double z, double h) = (x[cell], y[cell]);
            slopes[cell] = slope.Evaluate(operand => operand.Input == 0 ? z : h);
        }

        return slopes;
    }

    private static double[] Jacobian(Operation operation, Tensor x)
    {
        int size = x.Shape.Size;
        double[] jacobian = new double[size * size];
        for (int cell = 0; cell < size; cell++)
        {
            int row = cell * size;
            FormulaDerivative.Accumulate(
                operation.Explain(cell, x.Shape), 1, operand => x[operand.Cell], (operand, part) => jacobian[row + operand.Cell] += part);
        }

        return jacobian;
    }
}
