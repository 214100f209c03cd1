using System.Text.Json;

namespace Simulator.Commands;

public class ShowVerbTests
{
    private static CommandLine Show(params string[] arguments) => CommandLine.Run(["show", CommandLine.Lesson, .. arguments]);

    [Fact]
    public void Should_write_the_whole_chain_rule_of_a_gradient()
    {
        CommandLine result = Show("dE_total/dw5");
        result.Code.ShouldBe(0);
        result.Output.ShouldContain("∂E_total/∂o1 × ∂o1/∂z3 × ∂z3/∂w5");
        result.Output.ShouldContain("0.209446 × 0.23802157 × 0.51998934");
        result.Output.ShouldContain("= 0.02592286");
        result.Output.ShouldContain("document 0.02592286 ✓");
    }

    [Fact]
    public void Should_show_what_no_step_computes()
    {
        string output = Show("w5", "w5@2", "dz3/dw5", "alpha").Output;
        output.ShouldContain("w5 = 0.45\n  given: the value at the start");
        output.ShouldContain("w5 = 0.43703857\n  from the update before: w5⁺ of iteration 1");
        output.ShouldContain("∂z3/∂w5 = h1");
        output.ShouldContain("a setting of the training");
    }

    [Fact]
    public void Should_show_what_an_optimizer_keeps()
    {
        using LessonFile file = new(text => text.Replace("    sgd:\n", "    adam:\n      epsilon-placement: paper\n"));
        string output = CommandLine.Run("show", file.Path, "m_w5", "m_w5@2", "mhat_w5", "t", "beta_1").Output;
        output.ShouldContain("m_w5 = 0\n  given: the start of what is kept from update to update");
        output.ShouldContain("from the update before: m_w5⁺ of iteration 1");
        output.ShouldContain("m̂_w5 = m_w5⁺ / correction1");
        output.ShouldContain("β_1 = 0.9\n  a setting of the training");
        CommandLine.Run("show", file.Path, "v̂_w5", "t", "--lang", "ko").Output.ShouldContain("t = 0\n  갱신 때마다 이어 가는 값의 처음 값");
        CommandLine.Run("show", file.Path, "mhat_w5", "w5+@2", "--ascii").Output.ShouldAllBe(character => char.IsAscii(character));
    }

    [Fact]
    public void Should_take_the_iteration_from_its_option_where_a_quantity_names_none()
    {
        JsonElement[] rows = Show("E_total", "E_total@1", "--iteration", "2", "--format", "json").Rows;
        rows.Select(row => row.GetProperty("iteration").GetInt32()).ShouldBe([2, 1]);
        rows[0].GetProperty("value").GetDouble().ShouldBe(0.02323634, 5e-9);
        rows[1].GetProperty("value").GetDouble().ShouldBe(0.02397190, 5e-9);
    }

    [Fact]
    public void Should_write_json_whose_operands_can_be_looked_up()
    {
        JsonElement gradient = Show("dE_total/dw5", "--format", "json").Rows.ShouldHaveSingleItem();
        gradient.GetProperty("quantity").GetString().ShouldBe("dE_total/dw5");
        gradient.GetProperty("value").GetDouble().ShouldBe(0.02592286, 5e-9);
        gradient.GetProperty("formula").GetString().ShouldBe("dE_total/dz3 * h1");
        gradient.GetProperty("chain").GetString().ShouldBe("dE_total/do1 * do1/dz3 * dz3/dw5");
        gradient.GetProperty("chainSubstituted").GetString().ShouldBe("0.209446 * 0.23802157 * 0.51998934");
        string[] operands = [.. gradient.GetProperty("operands").EnumerateArray().Select(operand => operand.GetProperty("quantity").GetString()!)];
        operands.ShouldBe(["dE_total/dz3", "h1"]);
        JsonElement[] found = Show([.. operands, "--format", "json"]).Rows;
        found.Select(row => row.GetProperty("value").GetRawText())
            .ShouldBe(gradient.GetProperty("operands").EnumerateArray().Select(operand => operand.GetProperty("value").GetRawText()));
    }

    [Fact]
    public void Should_tell_every_quantity_that_does_not_exist()
    {
        CommandLine result = Show("E_totl", "h1", "h1@3", "]");
        result.Code.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("did you mean 'E_total'?");
        result.Error.ShouldContain("'h1@3'");
        result.Error.ShouldContain("']'");
        result.Error.TrimEnd('\n').Split('\n').Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("x")]
    public void Should_refuse_an_iteration_that_the_lesson_does_not_have(string iteration)
    {
        CommandLine result = Show("h1", "--iteration", iteration);
        result.Code.ShouldBe(2);
        result.Error.ShouldContain(iteration);
    }

    [Fact]
    public void Should_write_ascii_only_where_asked() =>
        Show("dE_total/dw5", "h1", "w5+", "alpha", "dE_total/dh1", "--ascii").Output
            .Where(character => !char.IsAscii(character) && !(character is >= '가' and <= '힣')).ShouldBeEmpty();
}
