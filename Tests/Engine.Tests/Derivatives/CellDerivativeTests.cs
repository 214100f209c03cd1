using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Derivatives;

public class CellDerivativeTests
{
    private static CellDerivative Between(IterationTrace trace, string of, string withRespectTo) =>
        CellDerivative.Between(trace, trace.Plan.At(of), trace.Plan.At(withRespectTo));

    public class TheBetweenMethod
    {
        public static TheoryData<string> Networks => new(
            new NetworkCase(1, [new(1)]).ToString(),
            "2-2-2",
            "two samples",
            "deep");

        private static NetworkCase NetworkOf(string name) => name switch
        {
            "2-2-2" => new(2, [new(2, HasBias: false), new(2, HasBias: false)]),
            "two samples" => new(2, [new(2), new(2, IsSigmoid: false)]) { BatchSize = 2 },
            "deep" => new(2, [new(2), new(3, IsSigmoid: false), new(2), new(1)]) { IsMean = false },
            _ => new(1, [new(1)]),
        };

        [Theory]
        [MemberData(nameof(Networks))]
        public void Should_agree_with_the_tape_for_any_two_numbers(string name)
        {
            NetworkCase network = NetworkOf(name);
            IterationTrace trace = network.FirstTrace();
            OraclePass pass = network.FirstPass();
            Address[] addresses = [.. trace.Plan.OracleAddresses(pass)];
            foreach (Address of in addresses)
            {
                Func<Variable, double> expected = pass.Derivatives(pass.VariableOf(trace.Plan, of)!);
                foreach (Address withRespectTo in addresses)
                {
                    CellDerivative.Between(trace, of, withRespectTo).Value.ShouldAgree(
                        expected(pass.VariableOf(trace.Plan, withRespectTo)!),
                        1e-12,
                        $"d{trace.Plan.LabelOf(of)}/d{trace.Plan.LabelOf(withRespectTo)}");
                }
            }
        }

        [Fact]
        public void Should_be_0_across_samples_and_against_the_stream()
        {
            NetworkCase network = new(2, [new(2), new(2)]) { BatchSize = 2, IsNamed = true };
            IterationTrace trace = network.FirstTrace();
            Between(trace, "o1[1]", "h1[2]").Value.ShouldBe(0);
            Between(trace, "o1[1]", "h1[1]").Value.ShouldNotBe(0);
            Between(trace, "h1[1]", "o1[1]").Value.ShouldBe(0);
            Between(trace, "w1", "w2").Value.ShouldBe(0);
            Between(trace, "x1[1]", "w1").Links.ShouldBeEmpty();
        }

        [Theory]
        [InlineData("w5")]
        [InlineData("z3")]
        [InlineData("dE_total/dw1")]
        [InlineData("x1")]
        public void Should_be_1_of_a_number_by_itself(string number) => Between(WorkedExample.Trace(), number, number).Value.ShouldBe(1);

        [Theory]
        [InlineData("dE_total/dw5", 4)]
        [InlineData("dE_total/dw1", 0)]
        [InlineData("dE_total/dw8", 7)]
        public void Should_know_second_derivatives(string gradient, int gradientPlace)
        {
            // The kernels row by row: the derivative of a gradient is its difference quotient over the oracle's weights.
            string[] names = ["w1", "w3", "w2", "w4", "w5", "w7", "w6", "w8"];
            double[] weights = [0.3, 0.4, 0.25, 0.35, 0.45, 0.7, 0.4, 0.6];
            IterationTrace trace = WorkedExample.Trace();
            for (int place = 0; place < weights.Length; place++)
            {
                double expected = CentralDifferences.Derivative(point => Gradient(point, gradientPlace), weights, place);
                Between(trace, gradient, names[place]).Value.ShouldAgree(expected, 1e-11, $"d({gradient})/d{names[place]}");
            }

            static double Gradient(double[] weights, int place)
            {
                OraclePass pass = WorkedExample.OracleWith(weights).Pass(WorkedExample.Inputs, WorkedExample.Targets);
                return pass.Gradient(pass.Layers[place / 4].Kernel[place % 4 / 2][place % 2]);
            }
        }

        [Fact]
        public void Should_follow_the_update()
        {
            // w5+ = w5 − α g: with respect to α it is −g, with respect to w5 it is 1 − α dg/dw5.
            IterationTrace trace = WorkedExample.Trace();
            Between(trace, "w5+", "alpha").Value.ShouldBe(-trace[trace.Plan.At("dE_total/dw5")]);
            Between(trace, "w5+", "w5").Value.ShouldAgree(1 - (0.5 * Between(trace, "dE_total/dw5", "w5").Value), 1e-15, "dw5+/dw5");
        }

        [Theory]
        [InlineData(40)]
        [InlineData(800)]
        public void Should_be_a_number_where_units_are_saturated(double scale)
        {
            NetworkCase network = new(2, [new(3), new(2)]) { Scale = scale };
            IterationTrace trace = network.FirstTrace();
            OraclePass pass = network.FirstPass();
            foreach (Address address in trace.Plan.OracleAddresses(pass))
            {
                CellDerivative.Between(trace, new Address(trace.Plan.Loss.Index, 0), address).Value
                    .ShouldAgree(pass.Gradient(pass.VariableOf(trace.Plan, address)!), 1e-10, trace.Plan.LabelOf(address).ToString());
            }
        }

        [Fact]
        public void Should_equal_what_steps_store()
        {
            foreach (NetworkCase network in NetworkCases.All)
            {
                RandomNetworkTests.CheckStoredDerivatives(network.FirstTrace());
            }
        }
    }

    public class TheLinksProperty
    {
        [Fact]
        public void Should_be_one_a_path()
        {
            CellDerivative derivative = Between(WorkedExample.Trace(), "E_total", "h1");
            derivative.Links.Select(link => derivative.Trace.Plan.LabelOf(link.Via).ToString()).ShouldBe(["z3", "z4"]);
            derivative.Links.Sum(link => link.Outer * link.Inner).ShouldBe(derivative.Value);
            derivative.IsDirect.ShouldBeFalse();
        }

        [Fact]
        public void Should_be_one_where_a_number_is_made_directly() => Between(WorkedExample.Trace(), "z3", "w5").IsDirect.ShouldBeTrue();
    }

    public class TheWrittenFormula
    {
        [Theory]
        [InlineData("z3", "w5", "h1", "0.51998934")]
        [InlineData("o1", "z3", "sigmoid(z3) × (1 − sigmoid(z3))", "sigmoid(0.44498412) × (1 − sigmoid(0.44498412))")]
        [InlineData("E_o1", "o1", "−(target_o1 − o1)", "−(0.4 − 0.609446)")]
        [InlineData("o1", "w5", "∂o1/∂z3 × ∂z3/∂w5", "0.23802157 × 0.51998934")]
        [InlineData("E_total", "h1", "∂E_total/∂z3 × ∂z3/∂h1 + ∂E_total/∂z4 × ∂z4/∂h1", "0.04985267 × 0.45 + 0.0142473 × 0.7")]
        [InlineData("z3", "w7", "0", "0")]
        [InlineData("z3", "z3", "1", "1")]
        public void Should_be_the_chain_rules_last_link(string of, string withRespectTo, string symbolic, string substituted)
        {
            CellDerivative derivative = Between(WorkedExample.Trace(), of, withRespectTo);
            derivative.Symbolic(Notation.Mathematical).ShouldBe(symbolic);
            derivative.Substituted(Notation.Mathematical).ShouldBe(substituted);
            derivative.Label.ToString().ShouldBe($"d{of}/d{withRespectTo}");
        }
    }
}
