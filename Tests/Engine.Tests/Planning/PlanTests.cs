using Engine.Formulas;
using Engine.Numbers;
using Engine.Operations;
using Engine.Planning;
using Engine.Tests.Support;

namespace Engine.Tests.Planning;

public class PlanTests
{
    private static readonly NetworkCase Indexed = new(2, [new(3), new(2)]) { BatchSize = 2 };
    private static readonly NetworkCase Named = Indexed with { IsNamed = true };

    private static Address Found(Plan plan, string name, params int[] positions)
    {
        NameLookup lookup = plan.Find(name, positions);
        lookup.Problem.ShouldBeNull();
        return lookup.Address.ShouldNotBeNull();
    }

    public class TheFindMethod
    {
        [Fact]
        public void Should_find_an_indexed_weight_by_input_and_unit()
        {
            Plan plan = Indexed.ToPlan();
            Address found = Found(plan, "W1", 2, 3);
            plan.SymbolOf(found).Place.ShouldBe(new Place(1, LayerPart.Kernel));
            found.Cell.ShouldBe(5);
        }

        [Fact]
        public void Should_put_the_sample_first()
        {
            Plan plan = Indexed.ToPlan();
            Found(plan, "h1", 2, 1).Cell.ShouldBe(3);
            Found(Named.ToPlan(), "h1", 2).Cell.ShouldBe(3);
            Found(Named.ToPlan(), "h3", 1).Cell.ShouldBe(2);
        }

        [Fact]
        public void Should_leave_out_the_sample_where_there_is_one()
        {
            Found((Indexed with { BatchSize = 1 }).ToPlan(), "h1", 3).Cell.ShouldBe(2);
            Found((Named with { BatchSize = 1 }).ToPlan(), "h3").Cell.ShouldBe(2);
        }

        [Fact]
        public void Should_leave_out_the_unit_where_there_is_one()
        {
            NetworkCase single = new(1, [new(1)]);
            Found(single.ToPlan(), "W1").Cell.ShouldBe(0);
            Found(single.ToPlan(), "o1").Cell.ShouldBe(0);
            Found((single with { BatchSize = 3 }).ToPlan(), "o1", 3).Cell.ShouldBe(2);
            Found((single with { BatchSize = 3, IsNamed = true }).ToPlan(), "o1", 3).Cell.ShouldBe(2);
        }

        [Theory]
        [InlineData("nothing", new int[0], NameProblemKind.Unknown, "")]
        [InlineData("W1", new int[0], NameProblemKind.PositionsMissing, "W1[2,3]")]
        [InlineData("W1", new[] { 1 }, NameProblemKind.PositionCount, "W1[2,3]")]
        [InlineData("W1", new[] { 1, 2, 3 }, NameProblemKind.PositionCount, "W1[2,3]")]
        [InlineData("W1", new[] { 3, 1 }, NameProblemKind.PositionOutside, "W1[2,3]")]
        [InlineData("W1", new[] { 0, 1 }, NameProblemKind.PositionOutside, "W1[2,3]")]
        [InlineData("h1", new[] { 3, 1 }, NameProblemKind.PositionOutside, "h1[2,3]")]
        [InlineData("E_total", new[] { 1 }, NameProblemKind.PositionCount, "E_total")]
        public void Should_say_what_is_wrong_and_give_an_example(string name, int[] positions, NameProblemKind kind, string example)
        {
            NameLookup lookup = Indexed.ToPlan().Find(name, positions);
            lookup.Address.ShouldBeNull();
            lookup.Problem.ShouldBe(new NameProblem(kind, example));
        }

        [Fact]
        public void Should_ask_for_the_sample_of_a_named_unit() =>
            Named.ToPlan().Find("h1").Problem.ShouldBe(new NameProblem(NameProblemKind.PositionsMissing, "h1[2]"));

        [Fact]
        public void Should_know_all_names()
        {
            Indexed.ToPlan().Names.ShouldBe(["x", "W1", "b1", "z1", "h1", "W2", "b2", "z2", "o2", "t", "E", "E_total", "alpha"]);
            WorkedExample.ToPlan().Names.ShouldBe(
            [
                "x1", "x2", "w1", "w3", "w2", "w4", "z1", "z2", "h1", "h2", "w5", "w7", "w6", "w8", "z3", "z4", "o1", "o2",
                "target_o1", "target_o2", "E_o1", "E_o2", "E_total", "alpha",
            ]);
        }
    }

    public class TheLabelOfMethod
    {
        [Fact]
        public void Should_add_positions_where_one_name_serves_all()
        {
            Plan plan = Indexed.ToPlan();
            Text(plan, "W1", 2, 3).ShouldBe("W1[2,3]");
            Text(plan, "h1", 2, 1).ShouldBe("h1[2,1]");
            Text(plan, "E_total").ShouldBe("E_total");

            static string Text(Plan plan, string name, params int[] positions) => plan.LabelOf(Found(plan, name, positions)).ToString();
        }

        [Fact]
        public void Should_call_a_part_by_its_loss_term_where_it_is_that_terms_derivative()
        {
            Plan plan = WorkedExample.ToPlan();
            Symbol parts = plan.Steps.Single(step => step.Operation is PathContributions).Output;
            parts.AllAddresses().Select(address => plan.LabelOf(address).ToString())
                .ShouldBe(["dE_o1/dh1", "dE_o2/dh1", "dE_o1/dh2", "dE_o2/dh2"]);
        }

        [Fact]
        public void Should_call_a_part_by_its_path_where_several_terms_meet()
        {
            Plan plan = (Named with { BatchSize = 1, Layers = [new(2), new(2), new(2)] }).ToPlan();
            Symbol parts = plan.Steps.Last(step => step.Operation is PathContributions).Output;
            parts.AllAddresses().Select(address => plan.LabelOf(address).ToString())
                .ShouldBe(["dE_total/dh1 via z3", "dE_total/dh1 via z4", "dE_total/dh2 via z3", "dE_total/dh2 via z4"]);
        }

        [Fact]
        public void Should_call_parts_by_their_paths_where_one_term_is_spread_over_them()
        {
            // One output: both z3 and z4 lead to E_o1, so neither part is all of its derivative.
            Plan plan = (Named with { BatchSize = 1, Layers = [new(2), new(2), new(1)] }).ToPlan();
            Symbol parts = plan.Steps.Single(step => step.Operation is PathContributions).Output;
            parts.AllAddresses().Select(address => plan.LabelOf(address).ToString())
                .ShouldBe(["dE_total/dh1 via z3", "dE_total/dh1 via z4", "dE_total/dh2 via z3", "dE_total/dh2 via z4"]);
        }

        [Theory]
        [InlineData(true, "dE_total/dh1[1] via z4[1]")]
        [InlineData(false, "dE_o1[1]/dh1[1]")]
        public void Should_not_call_a_share_of_a_mean_by_its_loss_term(bool isMean, string label)
        {
            // The part is the term's derivative divided by the number of samples.
            Plan plan = (Named with { IsMean = isMean }).ToPlan();
            Symbol parts = plan.Steps.Single(step => step.Operation is PathContributions).Output;
            plan.LabelOf(new Address(parts.Index, 0)).ToString().ShouldBe(label);
        }
    }

    public class TheFindDerivativeMethod
    {
        private static readonly Plan Plan = WorkedExample.ToPlan();

        [Theory]
        [InlineData("E_total", "w5")]
        [InlineData("E_total", "h1")]
        [InlineData("E_total", "o2")]
        [InlineData("E_o2", "h1")]
        [InlineData("o1", "z3")]
        [InlineData("h2", "z2")]
        public void Should_find_what_a_step_stores(string of, string withRespectTo)
        {
            Address found = Plan.FindDerivative(Plan.At(of), Plan.At(withRespectTo)).ShouldNotBeNull();
            Plan.LabelOf(found).ToString().ShouldBe($"d{of}/d{withRespectTo}");
            Plan.SubjectOf(found).ShouldBe(Plan.At(withRespectTo));
        }

        [Theory]
        [InlineData("o1", "z4")]
        [InlineData("z3", "w5")]
        [InlineData("E_total", "x1")]
        [InlineData("E_o1", "w5")]
        [InlineData("w5", "E_total")]
        public void Should_find_nothing_where_no_step_stores_it(string of, string withRespectTo) =>
            Plan.FindDerivative(Plan.At(of), Plan.At(withRespectTo)).ShouldBeNull();

        [Fact]
        public void Should_not_take_one_of_several_paths_for_the_whole()
        {
            Plan plan = (Named with { BatchSize = 1, Layers = [new(2), new(2), new(1)] }).ToPlan();
            plan.FindDerivative(Found(plan, "E_o1"), Found(plan, "h1")).ShouldBeNull();
        }

        [Fact]
        public void Should_not_take_a_share_of_a_mean_for_a_terms_derivative()
        {
            Plan plan = Named.ToPlan();
            plan.FindDerivative(Found(plan, "E_o1", 1), Found(plan, "h1", 1)).ShouldBeNull();
        }
    }

    public class TheFindPathMethod
    {
        [Fact]
        public void Should_find_the_part_that_passes_a_number()
        {
            Plan plan = Named.ToPlan();
            Address found = plan.FindPath(Found(plan, "E_total"), Found(plan, "h2", 2), Found(plan, "z5", 2)).ShouldNotBeNull();
            plan.SubjectOf(found).ShouldBe(Found(plan, "h2", 2));
            plan.PathOf(found).ShouldBe(Found(plan, "z5", 2));
        }

        [Fact]
        public void Should_find_nothing_between_two_samples()
        {
            Plan plan = Named.ToPlan();
            plan.FindPath(Found(plan, "E_total"), Found(plan, "h2", 1), Found(plan, "z5", 2)).ShouldBeNull();
        }
    }

    public class TheExplainMethod
    {
        [Fact]
        public void Should_refuse_what_is_given() =>
            Should.Throw<ArgumentException>(() => WorkedExample.ToPlan().Explain(WorkedExample.ToPlan().At("w5"))).Message.ShouldStartWith("w5 is given");

        [Fact]
        public void Should_need_no_numbers()
        {
            Plan plan = WorkedExample.ToPlan();
            Explanation explanation = plan.Explain(plan.At("dE_total/dh1"));
            explanation.Symbolic(Notation.Plain).ShouldBe("dE_o1/dh1 + dE_o2/dh1");
            explanation.Operands.ShouldBe([plan.At("dE_o1/dh1"), plan.At("dE_o2/dh1")]);
            explanation.Label.ToString().ShouldBe("dE_total/dh1");
        }
    }

    public class TheNextOfMethod
    {
        [Fact]
        public void Should_lead_to_the_new_value_and_back()
        {
            Plan plan = WorkedExample.ToPlan();
            Address w5 = plan.At("w5");
            Symbol next = plan.NextOf(plan.SymbolOf(w5)).ShouldNotBeNull();
            Address after = w5 with { Symbol = next.Index };
            plan.LabelOf(after).ToString().ShouldBe("w5+");
            plan.SubjectOf(after).ShouldBe(w5);
            plan.NextOf(plan.SymbolOf(plan.At("alpha"))).ShouldBeNull();
        }

        [Fact]
        public void Should_know_first_values()
        {
            Plan plan = WorkedExample.ToPlan();
            Tensor first = plan.InitialValuesOf(plan.SymbolOf(plan.At("w5"))).ShouldNotBeNull();
            first.Values.ToArray().ShouldBe([0.45, 0.7, 0.4, 0.6]);
        }
    }
}
