using Lessons;
using Simulator.App;
using Simulator.Commands;
using Simulator.Resources;
using Simulator.Terminal;

namespace Simulator.Tests.App;

/// <summary>The page of keys, the help and the keys that work say the same.</summary>
public sealed class KeysPageTests
{
    [Fact]
    public void Should_be_the_page_in_the_documentation()
    {
        string written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs/keys.md")).ReplaceLineEndings("\n");
        CommandLine.Run("keys", "--format", "markdown").Output.ShouldBe(written, "make it again: simulator keys --format markdown > docs/keys.md");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_say_in_the_help_what_every_key_does(string language)
    {
        Words words = Words.In(language == "ko" ? Language.Korean : Language.English);
        string help = ScriptedRun.InLesson("?", new Size(200, 100), words == Words.In(Language.Korean) ? Language.Korean : Language.English)[^1].Text;
        foreach (Binding binding in KeyMap.Stepping.Bindings)
        {
            help.ShouldContain(words.Action(binding.Action));
            help.ShouldContain(KeyMap.TextFor(binding));
        }
    }

    [Fact]
    public void Should_give_every_capital_letter_a_second_key()
    {
        // A Korean layout cannot tell capital letters apart.
        foreach (Binding binding in KeyMap.Stepping.Bindings.Concat(KeyMap.Picking.Bindings))
        {
            binding.Keys.ShouldContain(
                keys => keys.All(key => key.Code != KeyCode.Character || !System.Text.Rune.IsUpper(key.Character)), binding.Action.ToString());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_describe_every_action_in_words_of_its_own(bool korean)
    {
        Words words = Words.In(korean ? Language.Korean : Language.English);
        string[] all = [.. KeyMap.Stepping.Bindings.Select(binding => words.Action(binding.Action))];
        all.ShouldBeUnique();
        all.ShouldAllBe(text => text.Length > 0);
    }
}
