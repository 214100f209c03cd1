using System.Text.Json;
using Lessons.Reading;
using Simulator.Commands;
using Simulator.Settings;

namespace Simulator.Tests.Settings;

/// <summary>Where every setting can come from, and what happens to settings that are wrong.</summary>
public sealed class SettingsTests
{
    /// <summary>For every setting a flag, a variable and a line of the file, each with a value unlike the others' where there are enough.</summary>
    public static TheoryData<string, string[], string, string, string, string, string, string> Sources() => new()
    {
        { "language", ["--lang", "ko"], "ko", "SIMULATOR_LANG=en", "en", "language: ko", "ko", "en" },
        { "theme", ["--theme", "dark"], "dark", "SIMULATOR_THEME=light", "light", "theme: high-contrast", "high-contrast", "auto" },
        { "color", ["--no-color=false"], "True", "NO_COLOR=1", "False", "color: true", "True", "True" },
        { "ascii", ["--ascii"], "True", "SIMULATOR_ASCII=no", "False", "ascii: true", "True", "False" },
        { "ambiguous-wide", ["--ambiguous-wide"], "True", "SIMULATOR_AMBIGUOUS_WIDE=off", "False", "ambiguous-wide: true", "True", "False" },
        { "mouse", ["--no-mouse"], "False", "SIMULATOR_MOUSE=on", "True", "mouse: false", "False", "True" },
        { "transcript", ["--transcript"], "True", "SIMULATOR_TRANSCRIPT=0", "False", "transcript: true", "True", "False" },
        { "learner", ["--learner", "mina"], "mina", "SIMULATOR_LEARNER=jun", "jun", "learner: sora", "sora", "default" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Should_take_flag_before_variable_before_file_before_default(
        string id, string[] flag, string flagValue, string variable, string variableValue, string line, string fileValue, string defaultValue)
    {
        using ConfigurationFolder folder = new("# mine\n" + line + "\n");
        using ConfigurationFolder empty = new();
        string[] assignment = variable.Split('=');
        Dictionary<string, string> environment = new() { [assignment[0]] = assignment[1] };

        // The option of transcripts belongs to play, and is not asked for here.
        if (id != "transcript")
        {
            Shown(folder, environment, id, flag).ShouldBe((flagValue, flag[0].Split('=')[0]));
        }

        Shown(folder, environment, id).ShouldBe((variableValue, assignment[0]));
        Shown(folder, [], id).ShouldBe((fileValue, "settings.yaml:2"));
        Shown(empty, [], id).ShouldBe((defaultValue, "default"));
    }

    [Fact]
    public void Should_take_the_key_map_from_flag_variable_file_or_its_place()
    {
        using ConfigurationFolder folder = new("keys: mine.yaml\n", keys: "stepping:\n  zoom: Z\n");
        folder.Write("mine.yaml", "stepping:\n  zoom: Y\n");
        folder.Write("other.yaml", "stepping:\n  zoom: Q\n");
        string other = Path.Combine(folder.Path, "other.yaml");
        Shown(folder, [], "keys", "--keys-file", other).ShouldBe((other, "--keys-file"));
        Shown(folder, new() { ["SIMULATOR_KEYS"] = other }, "keys").ShouldBe((other, "SIMULATOR_KEYS"));
        Shown(folder, [], "keys").ShouldBe((Path.Combine(folder.Path, "mine.yaml"), "settings.yaml:1"));
        File.Delete(folder.Settings);
        Shown(folder, [], "keys").ShouldBe((folder.Keys, "keys.yaml"));
        File.Delete(folder.Keys);
        Shown(folder, [], "keys").ShouldBe((null, "default"));
    }

    [Theory]
    [InlineData("LC_ALL", "ko_KR.UTF-8", "language", "ko")]
    [InlineData("LANG", "ko", "language", "ko")]
    [InlineData("LANG", "de_DE.UTF-8", "language", "en")]
    [InlineData("LANG", "en_US.ISO-8859-1", "ascii", "True")]
    [InlineData("COLORFGBG", "15;0", "theme", "dark")]
    [InlineData("COLORFGBG", "0;default;15", "theme", "light")]
    public void Should_follow_the_desk_where_nothing_is_chosen(string variable, string value, string id, string expected)
    {
        using ConfigurationFolder empty = new();
        Shown(empty, new() { [variable] = value }, id).ShouldBe((expected, variable));
    }

    [Fact]
    public void Should_choose_before_the_desk_does()
    {
        using ConfigurationFolder folder = new("language: ko\ntheme: plain\nascii: false\n");
        Dictionary<string, string> desk = new() { ["LANG"] = "en_US.ISO-8859-1", ["COLORFGBG"] = "15;0" };
        Shown(folder, desk, "language").Value.ShouldBe("ko");
        Shown(folder, desk, "theme").Value.ShouldBe("plain");
        Shown(folder, desk, "ascii").Value.ShouldBe("False");
    }

    [Fact]
    public void Should_let_the_background_decide_where_auto_is_chosen()
    {
        using ConfigurationFolder folder = new("theme: auto\n");
        Shown(folder, new() { ["COLORFGBG"] = "0;15" }, "theme").ShouldBe(("light", "COLORFGBG"));
        Shown(folder, [], "theme").ShouldBe(("auto", "settings.yaml:1"));
    }

    [Fact]
    public void Should_tell_all_that_is_wrong_in_the_file_and_the_environment_at_once()
    {
        using ConfigurationFolder folder = new("languge: ko\ntheme: drak\nmouse: yes\nlearner: ''\n", keys: "stepping:\n  nxt: l\n");
        var run = new CommandLine.Setting
        {
            ConfigurationDirectory = folder.Path,
            Environment = new() { ["SIMULATOR_THEME"] = "lihgt", ["SIMULATOR_MOUSE"] = "perhaps" },
        }.Run("list");
        run.Code.ShouldBe(ExitCode.WrongUsage);
        run.Output.ShouldBeEmpty();
        string all = "auto, colour-blind, dark, high-contrast, light, plain";
        run.Error.ShouldBe(
            $"""
            SIMULATOR_THEME: found 'lihgt'; expected auto or plain or dark or light or high-contrast or colour-blind; did you mean 'light'?
            SIMULATOR_MOUSE: found 'perhaps'; expected true or false; write true or false
            {folder.Keys}:2:3: found the unknown action 'nxt'; expected an action of the screen 'stepping'; did you mean 'next'?
            {folder.Settings}:1:1: found the unknown key 'languge' in the settings; expected one of ambiguous-wide, ascii, color, keys, language, learner, mouse, theme, transcript; did you mean 'language'?
            {folder.Settings}:2:8: found 'drak'; expected one of {all}; did you mean 'dark'?
            {folder.Settings}:3:8: found 'yes'; expected true or false; write true
            {folder.Settings}:4:10: found the text ''; expected a text; write a text, in quotes if it holds ': ' or ' #'

            """);
    }

    [Theory]
    [InlineData("theme\n", ":1:1: found 'theme'; expected the keys of the settings; begin with lines of the form 'key: value'")]
    [InlineData("theme: dark\ntheme: light\n", ":2:1: found ")]
    [InlineData("theme: [dark\n", ":1:8: found '[' without ']'")]
    [InlineData("theme: \u0007\n", ":1:8: found ")]
    public void Should_tell_what_is_wrong_with_the_file_itself(string text, string expected)
    {
        using ConfigurationFolder folder = new(text);
        var run = new CommandLine.Setting { ConfigurationDirectory = folder.Path }.Run("list");
        run.Code.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain(folder.Settings + expected);
    }

    [Fact]
    public void Should_show_what_can_be_read_of_wrong_settings()
    {
        using ConfigurationFolder folder = new("learner: mina\ntheme: drak\n");
        var run = new CommandLine.Setting { ConfigurationDirectory = folder.Path }.Run("settings");
        run.Code.ShouldBe(ExitCode.WrongUsage);
        run.Output.ShouldContain("mina");
        run.Error.ShouldStartWith($"{folder.Settings}:2:8: found 'drak'");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_write_an_example_that_chooses_nothing_and_names_every_setting(string language)
    {
        string example = CommandLine.Run("settings", "--example", "--lang", language).Output;
        using ConfigurationFolder folder = new(example);
        ProblemList problems = new();
        SettingsFile.Load(folder.Path, problems).Values.ShouldBeEmpty();
        problems.Count.ShouldBe(0, problems.ToString());

        // With every setting chosen it is still right.
        string[] lines = [.. example.Split('\n').Select(line => SettingCatalog.All.Any(setting => line.StartsWith($"#{setting.Id}:", StringComparison.Ordinal)) ? line[1..] : line)];
        folder.Write("settings.yaml", string.Join('\n', lines));
        SettingsFile.Load(folder.Path, problems).Values.Keys.Order().ShouldBe(SettingCatalog.All.Select(setting => setting.Id).Order());
        problems.Count.ShouldBe(0, problems.ToString());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void Should_be_shown_as_approved(string language)
    {
        using ConfigurationFolder folder = new("theme: colour-blind\nlearner: mina\n");
        var run = new CommandLine.Setting
        {
            ConfigurationDirectory = folder.Path,
            Environment = new() { ["NO_COLOR"] = "1", ["SIMULATOR_ASCII"] = "yes" },
        }.Run("settings", "--lang", language, "--no-mouse");
        run.Code.ShouldBe(ExitCode.AllRight, run.Error);
        string shown = run.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "FOLDER/")
            + "\n" + CommandLine.Run("settings", "--example", "--lang", language).Output
            + "\n" + CommandLine.Run("keys", "--lang", language).Output;
        shown.ShouldMatchApproved(options => options
            .NoDiff()
            .SubFolder("Approved")
            .WithFilenameGenerator((_, _, type, extension) => $"settings-{language}.{type}.{extension}"));
    }

    [Theory]
    [InlineData("--theme")]
    [InlineData("--ambiguous-wide")]
    [InlineData("--no-mouse")]
    [InlineData("--keys-file")]
    public void Should_be_in_the_help_of_every_command(string option)
    {
        CommandLine.Run("--help").Output.ShouldContain(option);
        CommandLine.Run("play", "--help").Output.ShouldContain(option);
    }

    [Fact]
    public void Should_say_sentences_where_the_settings_ask_for_them_and_frames_where_a_script_does()
    {
        using ConfigurationFolder folder = new("transcript: true\n");
        CommandLine.Setting setting = new() { ConfigurationDirectory = folder.Path, Input = "l" };
        setting.Run("play", CommandLine.Lesson).Output.ShouldBe(CommandLine.Run("play", CommandLine.Lesson, "--transcript").Output);
        setting.Run("play", CommandLine.Lesson, "--keys", "-").Output.ShouldStartWith("=== 0: start");
    }

    private static (string? Value, string Source) Shown(ConfigurationFolder folder, Dictionary<string, string> environment, string id, params string[] flags)
    {
        var run = new CommandLine.Setting { ConfigurationDirectory = folder.Path, Environment = environment }.Run(["settings", "--format", "json", .. flags]);
        run.Code.ShouldBe(ExitCode.AllRight, run.Error);
        JsonElement row = run.Rows.Single(row => row.GetProperty("setting").GetString() == id);
        JsonElement value = row.GetProperty("value");
        return (value.ValueKind == JsonValueKind.Null ? null : value.ToString(), row.GetProperty("source").GetString()!);
    }
}
