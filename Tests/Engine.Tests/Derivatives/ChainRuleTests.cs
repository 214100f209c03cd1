using System.Collections.Immutable;
using Engine.Derivatives;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;
using Oracles;

namespace Engine.Tests.Derivatives;

public class ChainRuleTests
{
    public class TheOfMethod
    {
        [Theory]
        [InlineData("dE_total/dw5", "∂E_total/∂o1 × ∂o1/∂z3 × ∂z3/∂w5", "0.209446 × 0.23802157 × 0.51998934")]
        [InlineData("dE_total/dw1", "∂E_total/∂h1 × ∂h1/∂z1 × ∂z1/∂w1", "0.03240681 × 0.24960043 × 0.1")]
        [InlineData("dE_total/dh1", "∂E_total/∂h1", "0.03240681")]
        [InlineData("dE_o1/dh1", "∂E_total/∂o1 × ∂o1/∂z3 × ∂z3/∂h1", "0.209446 × 0.23802157 × 0.45")]
        [InlineData("z3", "z3", "0.44498412")]
        public void Should_unfold_as_the_document_does(string quantity, string symbolic, string substituted)
        {
            IterationTrace trace = WorkedExample.Trace();
            ImmutableArray<ChainFactor> factors = ChainRule.Of(trace.Plan, trace.Plan.At(quantity));
            ChainRule.Write(factors, Notation.Mathematical, null).ShouldBe(symbolic);
            ChainRule.Write(factors, Notation.Mathematical, trace).ShouldBe(substituted);
        }

        [Fact]
        public void Should_have_factors_that_multiply_to_the_gradient()
        {
            foreach (NetworkCase network in NetworkCases.All)
            {
                IterationTrace trace = network.FirstTrace();
                OraclePass pass = network.FirstPass();
                foreach (Symbol symbol in trace.Plan.Symbols.Where(symbol => symbol.Naming is Naming.GradientOf))
                {
                    foreach (Address address in symbol.AllAddresses())
                    {
                        double product = ChainRule.Of(trace.Plan, address).Aggregate(1.0, (value, factor) => value * trace[factor.Value]);
                        double expected = pass.Gradient(pass.VariableOf(trace.Plan, trace.Plan.SubjectOf(address))!);
                        product.ShouldAgree(expected, 1e-12 * trace.Largest(), $"{network}: {trace.Plan.LabelOf(address)}");
                    }
                }
            }
        }

        [Fact]
        public void Should_call_each_factor_what_it_is()
        {
            IterationTrace trace = WorkedExample.Trace();
            foreach (string gradient in new[] { "dE_total/dw5", "dE_total/dw1", "dE_total/dw8", "dE_o2/dh2" })
            {
                foreach (ChainFactor factor in ChainRule.Of(trace.Plan, trace.Plan.At(gradient)))
                {
                    (Address of, Address withRespectTo) = LabelText.Derivative(trace.Plan, factor.Label.ToString())!.Value;
                    CellDerivative.Between(trace, of, withRespectTo).Value.ShouldAgree(trace[factor.Value], 1e-15, factor.Label.ToString());
                }
            }
        }
    }
}
