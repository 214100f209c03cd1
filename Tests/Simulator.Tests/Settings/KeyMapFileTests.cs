using Lessons;
using Lessons.Reading;
using Simulator.App;
using Simulator.Commands;
using Simulator.Screens.Picking;
using Simulator.Screens.Stepping;
using Simulator.Settings;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.Tests.Settings;

/// <summary>Keys put elsewhere by a file: what then works, what is shown, and what cannot be.</summary>
public sealed class KeyMapFileTests
{
    private const string Moved =
        """
        stepping:
          next: [n, <Right>]
          next-exercise: [N, gn]
          previous-exercise: <F9>
          hint: null
          zoom: 'Z'
        picking:
          open: [o, '<Enter>']
        """;

    [Fact]
    public void Should_put_an_action_on_the_keys_of_the_file_and_take_its_own_away()
    {
        KeyMaps maps = Read(Moved);
        ActionOn(maps.Stepping, "n").ShouldBe(UserAction.Next);
        ActionOn(maps.Stepping, "<Right>").ShouldBe(UserAction.Next);
        ActionOn(maps.Stepping, "l").ShouldBeNull();
        ActionOn(maps.Stepping, "i").ShouldBeNull();
        ActionOn(maps.Stepping, "<F9>").ShouldBe(UserAction.PreviousExercise);
        ActionOn(maps.Stepping, "h").ShouldBe(UserAction.Back);
        ActionOn(maps.Picking, "o").ShouldBe(UserAction.Open);
        ActionOn(maps.Picking, "l").ShouldBeNull();
    }

    [Fact]
    public void Should_keep_the_clicker_over_the_keys_of_the_lesson()
    {
        KeyMaps maps = Read("stepping:\n  zoom: <PageDown>\n  next: [n, <Right>]\n  next-exercise: [N, gn]\n  previous-exercise: <F9>\n");
        ActionOn(maps.Stepping, "<PageDown>").ShouldBe(UserAction.Zoom);
        ActionOn(maps.Class, "<PageDown>").ShouldBe(UserAction.Reveal);
        ActionOn(maps.Class, "n").ShouldBe(UserAction.Next);
        ActionOn(Read("class:\n  reveal: x\n").Class, "x").ShouldBe(UserAction.Reveal);
        ActionOn(Read("class:\n  reveal: x\n").Stepping, "x").ShouldBe(UserAction.Unfold);
    }

    [Fact]
    public void Should_read_the_file_that_the_program_writes_as_the_keys_it_was_written_from()
    {
        foreach (KeyMaps maps in new[] { KeyMaps.Default, Read(Moved + "\nclass:\n  blank: '#'\n".Replace("'#'", "<hash>")) })
        {
            KeyMaps read = Read(string.Join('\n', KeyMapFile.LinesOf(maps, action => $"'{action}': #", "keys")));
            TextOf(read.Stepping).ShouldBe(TextOf(maps.Stepping));
            TextOf(read.Class).ShouldBe(TextOf(maps.Class));
            TextOf(read.Picking).ShouldBe(TextOf(maps.Picking));
        }
    }

    [Fact]
    public void Should_write_a_file_that_changes_nothing()
    {
        using ConfigurationFolder folder = new(keys: CommandLine.Run("keys", "--format", "yaml").Output);
        var run = new CommandLine.Setting { ConfigurationDirectory = folder.Path }.Run("keys");
        run.Output.ShouldBe(CommandLine.Run("keys").Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n\n")]
    [InlineData("stepping:\n  # zoom: Z\npicking:\n")]
    public void Should_change_nothing_where_nothing_is_written(string text)
    {
        using ConfigurationFolder folder = new(keys: text);
        ProblemList problems = new();
        KeyMaps maps = KeyMapFile.Load(folder.Keys, problems);
        problems.Count.ShouldBe(0, problems.ToString());
        TextOf(maps.Stepping).ShouldBe(TextOf(KeyMap.Stepping));
    }

    [Theory]
    [InlineData("stepping:\n  nxt: l", "k:2:3: found the unknown action 'nxt'; expected an action of the screen 'stepping'; did you mean 'next'?")]
    [InlineData("stepping:\n  reveal: l", "k:2:3: found the unknown action 'reveal'; expected an action of the screen 'stepping'; see all actions with 'simulator keys --format yaml'")]
    [InlineData("pickng: {}", "k:1:1: found the unknown key 'pickng' in the key map; expected one of class, picking, stepping; did you mean 'picking'?")]
    [InlineData("stepping: l", "k:1:11: found 'l'; expected a mapping; ")]
    [InlineData("stepping:\n  zoom: [[z]]", "k:2:10: found a list of 1; expected keys such as l, gg or <Right>; write one text, or a list of texts: [l, <Right>]")]
    [InlineData("stepping:\n  zoom: [z, <Rigt>]", "k:2:13: found '<Rigt>'; expected a key; a key is Enter")]
    [InlineData("stepping:\n  zoom: \"g<Rigt>\"", "k:2:11: found '<Rigt>'; expected a key; a key is Enter")]
    [InlineData("stepping:\n  zoom: '#'", "k:2:10: found '#', which holds no key; ")]
    [InlineData("stepping:\n  zoom: '@size=80x24'", "k:2:10: found '@size=80x24', which holds no key; ")]
    [InlineData("stepping:\n  zoom: 1", "k:2:9: found '1', which begins with a digit; ")]
    [InlineData("stepping:\n  zoom: <C-c>", "k:2:9: found '<C-c>', which never comes here: Ctrl+C always quits")]
    [InlineData("stepping:\n  zoom: <C-i>", "k:2:9: found '<C-i>', which terminals send as <Tab>; expected keys that can be typed here; write <Tab>")]
    [InlineData("stepping:\n  zoom: ㅋ", "k:2:9: found 'ㅋ', which is read as the key z; ")]
    [InlineData("stepping:\n  zoom: z<any>", "k:2:9: found 'z<any>', which ends with a letter of its own; ")]
    [InlineData("stepping:\n  mark: m", "k:2:9: found 'm', without the letter that names the mark; expected keys that can be typed here; write <any> at the end: m<any>")]
    [InlineData("stepping:\n  zoom: h", "k:2:9: found 'h' for 'zoom', which is also on 'back' as the program comes; expected keys that nothing else is on or begins with; choose other keys, or give 'back' other keys too")]
    [InlineData("stepping:\n  zoom: Z\n  back: [h, Z]", "k:3:13: found 'Z' for 'back', which is also on 'zoom' in line 2; ")]
    [InlineData("stepping:\n  zoom: g", "k:2:9: found 'g' for 'zoom', beside 'gf' of 'step-into-back' as the program comes and 13 more; ")]
    [InlineData("stepping:\n  zoom: ma", "k:2:9: found 'ma' for 'zoom', beside 'm<any>' of 'mark' as the program comes; ")]
    [InlineData("stepping:\n  zoom: [Z, ZZ]", "k:2:13: found 'ZZ' for 'zoom', beside 'Z' of 'zoom' in line 2; expected keys that nothing else is on or begins with; write one of them only")]
    [InlineData("stepping:\n  help: []", "k:2:9: found no key for 'help'; expected at least one key; give 'help' a key: nobody finds the way without it")]
    [InlineData("picking:\n  leave: null", "k:2:10: found no key for 'leave'; ")]
    [InlineData("stepping:\n  quit: ~", "k:2:9: found no key for 'quit'; ")]
    [InlineData("class:\n  reveal: [l, q]\n", "k: found no key for 'leave' in front of a class, where other actions have its keys; expected a key for it; write 'leave' with a key of its own under 'class'")]
    [InlineData("class:\n  unfold: l", "k:2:11: found 'l' for 'unfold', which is also on 'reveal' as the program comes; ")]
    public void Should_tell_what_cannot_be(string text, string expected)
    {
        ProblemList problems = new();
        KeyMaps maps = KeyMapFile.Parse(text, "k", problems);
        problems.Sorted.Length.ShouldBe(1, problems.ToString());
        problems.ToString().ShouldStartWith(expected);
        maps.ShouldBe(KeyMaps.Default);
    }

    [Fact]
    public void Should_tell_everything_at_once()
    {
        ProblemList problems = new();
        KeyMapFile.Parse("stepping:\n  nxt: l\n  zoom: [h, <Rigt>, 1]\n  help: []\npicking:\n  up: j\n", "k", problems);
        problems.Sorted.Select(problem => problem.Line).ShouldBe([2, 3, 3, 3, 4, 6]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_do_and_show_in_the_program_what_the_file_says(string language)
    {
        using ConfigurationFolder folder = new(keys: Moved);
        CommandLine.Setting setting = new() { ConfigurationDirectory = folder.Path, Input = "n n Z ?" };
        string frames = setting.Run("play", CommandLine.Lesson, "--keys", "-", "--lang", language).Output;
        string keys = setting.Run("keys", "--lang", language).Output;
        (frames + keys).ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"keys-moved-{language}.{type}.{extension}"));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Korean)]
    public void Should_name_the_moved_keys_everywhere(Language language)
    {
        // Every letter and digit of the program's own keys is moved to keys that no word can contain by chance.
        KeyMaps maps = Read("stepping:\n  next: <F6>\n  help: <F7>\n  leave: <F8>\n  back: <F9>\npicking:\n  help: <F7>\n  leave: <F8>\n  open: <F9>\n");
        Model model = new() { Size = new Size(80, 24), Language = language, Screen = StepScreen.Open(ScriptedRun.Worked), KeyMaps = maps };
        string lesson = ScreenView.Draw(model).ToText();
        lesson.ShouldContain("F6 ");
        lesson.ShouldContain("F7 ");
        string list = ScreenView.Draw(model with { Screen = new PickerScreen(LessonLibrary.All) }).ToText();
        list.ShouldContain("F7 ");
        list.ShouldContain("F8 ");
    }

    private static KeyMaps Read(string text)
    {
        ProblemList problems = new();
        KeyMaps maps = KeyMapFile.Parse(text, "k", problems);
        problems.Count.ShouldBe(0, problems.ToString());
        return maps;
    }

    private static UserAction? ActionOn(KeyMap map, string keys)
    {
        Key[] sequence = [.. KeyNotation.Parse(keys).Inputs.OfType<KeyPressed>().Select(input => input.Key)];
        return map.Find(sequence, out UserAction action) == KeyMatch.Complete ? action : null;
    }

    private static string TextOf(KeyMap map) =>
        string.Join('\n', map.Bindings.Select(binding => $"{binding.Action}: {string.Join(' ', binding.Keys.Select(KeyMap.NotationOf))}").Order());
}
