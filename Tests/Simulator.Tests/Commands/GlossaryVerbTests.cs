using System.Text.Json;
using Lessons;

namespace Simulator.Commands;

public class GlossaryVerbTests
{
    [Theory]
    [InlineData("chain-rule")]
    [InlineData("Chain rule")]
    [InlineData("연쇄 법칙")]
    public void Should_find_a_term_by_its_id_and_by_both_of_its_names(string name)
    {
        CommandLine result = CommandLine.Run("glossary", name);
        result.Code.ShouldBe(0);
        result.Lines[0].ShouldStartWith("chain rule (연쇄 법칙)  ");
        result.Lines[0].ShouldContain("backprop-2-2-2");
        CommandLine.Run("glossary", name, "--lang", "ko").Lines[0].ShouldStartWith("연쇄 법칙 (chain rule)  ");
    }

    [Fact]
    public void Should_say_all_of_them_where_none_is_named()
    {
        JsonElement[] rows = [.. CommandLine.Run("glossary", "--format", "json").Rows];
        rows.Select(row => row.GetProperty("id").GetString()).ShouldBe(Glossary.All.Select(term => term.Id));
        rows.ShouldAllBe(row => row.GetProperty("lessons").GetArrayLength() > 0);
    }

    [Fact]
    public void Should_say_which_terms_there_are_not()
    {
        CommandLine result = CommandLine.Run("glossary", "chain-rul", "xyzzy");
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("the glossary has no term 'chain-rul'; did you mean 'chain-rule'?");
        result.Error.ShouldContain("the glossary has no term 'xyzzy'; simulator glossary lists all of them");
    }
}
