using Engine.Formulas;

namespace Engine.Tests.Formulas;

public class LabelTests
{
    private static readonly Label Loss = new Label.Name("E_total");
    private static readonly Label H1 = new Label.Name("h1");

    public class TheToTextMethod
    {
        public static TheoryData<Label, string, string> Labels => new()
        {
            { H1, "h1", "h1" },
            { new Label.Name("alpha"), "alpha", "α" },
            { new Label.Name("alphabet"), "alphabet", "alphabet" },
            { new Label.Name("alpha_0"), "alpha_0", "α_0" },
            { new Label.Name("beta1[2]"), "beta1[2]", "β1[2]" },
            { new Label.Name("Delta_W1[1,2]"), "Delta_W1[1,2]", "Δ_W1[1,2]" },
            { new Label.Name("v_gamma2"), "v_gamma2", "v_γ2" },
            { new Label.Name("mhat_w5"), "mhat_w5", "m̂_w5" },
            { new Label.Name("xhat2_t3"), "xhat2_t3", "x̂2_t3" },
            { new Label.Name("ctilde1_t3"), "ctilde1_t3", "c̃1_t3" },
            { new Label.Name("hat"), "hat", "hat" },
            { new Label.Name("E_total"), "E_total", "E_total" },
            { new Label.Derivative(Loss, H1), "dE_total/dh1", "∂E_total/∂h1" },
            { new Label.Derivative(Loss, H1, new Label.Name("z3")), "dE_total/dh1 via z3", "∂E_total/∂h1 via z3" },
            { new Label.Next(new Label.Name("w5")), "w5+", "w5⁺" },
        };

        [Theory]
        [MemberData(nameof(Labels))]
        public void Should_follow_the_notation(Label label, string plain, string mathematical)
        {
            label.ToText(Notation.Plain).ShouldBe(plain);
            label.ToText(Notation.Mathematical).ShouldBe(mathematical);
            label.ToString().ShouldBe(plain);
        }
    }

    public class TheSpelledMethod
    {
        [Theory]
        [InlineData("α", "alpha")]
        [InlineData("α_0", "alpha_0")]
        [InlineData("β1", "beta1")]
        [InlineData("m̂_w5", "mhat_w5")]
        [InlineData("h̃1_t3", "htilde1_t3")]
        [InlineData("Δ_W1", "Delta_W1")]
        [InlineData("αβ", "αβ")]
        [InlineData("w5", "w5")]
        [InlineData("", "")]
        public void Should_undo_the_signs(string written, string typed) => Label.Spelled(written).ShouldBe(typed);
    }
}
