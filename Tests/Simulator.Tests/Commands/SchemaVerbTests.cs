using System.Text.Json.Nodes;
using Lessons.Schema;

namespace Simulator.Commands;

public class SchemaVerbTests
{
    [Fact]
    public void Should_print_the_schema_of_lesson_files()
    {
        CommandLine result = CommandLine.Run("schema");
        result.Code.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldBe(LessonSchema.TextOf());
    }

    [Fact]
    public void Should_print_it_in_english_whatever_the_language() => CommandLine.Run("schema", "--lang", "ko").Output.ShouldBe(LessonSchema.TextOf());

    [Fact]
    public void Should_escape_what_is_not_ascii_where_that_is_asked_for()
    {
        string output = CommandLine.Run("schema", "--ascii").Output;
        output.ShouldAllBe(letter => char.IsAscii(letter));
        JsonNode.DeepEquals(JsonNode.Parse(output), LessonSchema.Build()).ShouldBeTrue();
    }
}
