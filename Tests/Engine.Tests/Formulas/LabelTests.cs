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
}
