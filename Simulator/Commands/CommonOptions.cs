using System.CommandLine;
using System.CommandLine.Parsing;
using Lessons.Reading;
using Simulator.App;
using Simulator.Settings;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The options that every verb has. Each is a setting, which the environment and the file of settings may give as well.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> language =
        Choice.Optional("--lang", "English or Korean; by default as the environment's locale says", "en", "ko");

    private readonly Option<string?> theme =
        Choice.Optional("--theme", "The colours; by default those for the terminal's background", [.. SettingCatalog.Theme.Choices]);

    private readonly Option<bool> noColor = new("--no-color") { Description = "Write without colour, as NO_COLOR=1 in the environment does" };

    private readonly Option<bool> ascii = new("--ascii") { Description = "Write symbols with ASCII characters" };

    private readonly Option<bool> ambiguousWide = new("--ambiguous-wide")
    {
        Description = "For terminals that show lines, arrows and Greek letters in two cells",
    };

    private readonly Option<bool> noMouse = new("--no-mouse") { Description = "Leave the mouse to the terminal" };

    private readonly Option<string?> learner = new("--learner")
    {
        Description = "Whose progress is kept; SIMULATOR_LEARNER in the environment says the same",
        HelpName = "NAME",
    };

    private readonly Option<string?> keyFile = new("--keys-file")
    {
        Description = "A file of keys that differ from the program's; 'simulator keys --format yaml' writes one",
        HelpName = "FILE",
    };

    public CommonOptions()
    {
        All = [language, theme, ascii, noColor, ambiguousWide, noMouse, learner, keyFile];
        foreach (Option option in All)
        {
            option.Recursive = true;
        }
    }

    public IReadOnlyList<Option> All { get; }

    /// <summary>What a command needs to know beside its own arguments.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="context">The world around it.</param>
    /// <param name="toleratesProblems">Whether the command itself tells what is wrong with the settings.</param>
    /// <exception cref="UsageException">Settings or keys are wrong; all problems are told.</exception>
    public Session SessionOf(ParseResult arguments, CommandContext context, bool toleratesProblems = false)
    {
        ProblemList problems = new();
        List<string> usage = [];
        Configuration configuration = Configuration.Resolve(
            setting => FlagOf(arguments, setting), context.Environment, context.ConfigurationDirectory, problems, usage);
        KeyMaps keys = configuration.KeyFile is { } path ? KeyMapFile.Load(path, problems) : KeyMaps.Default;
        if (problems.Count > 0)
        {
            usage.AddRange(problems.ToString().Split('\n'));
        }

        return usage.Count == 0 || toleratesProblems
            ? new Session(context, configuration.Language, OptionsOf(configuration, context))
            {
                Configuration = configuration,
                KeyMaps = keys,
                IsLearnerNamed = configuration.Of(SettingCatalog.Learner).Origin == SettingOrigin.Flag,
                SettingProblems = [.. usage],
            }
            : throw new UsageException(usage);
    }

    private static TerminalOptions OptionsOf(Configuration configuration, CommandContext context) =>
        TerminalOptions.From(context.Environment) with
        {
            Ascii = configuration.Of(SettingCatalog.Ascii).IsOn,
            AmbiguousWide = configuration.Of(SettingCatalog.AmbiguousWide).IsOn,
            Mouse = configuration.Of(SettingCatalog.Mouse).IsOn,
            NoColor = !configuration.Of(SettingCatalog.Color).IsOn,
            Theme = configuration.Theme,
            IsThemeOpen = configuration.IsThemeOpen,
        };

    /// <summary>What the setting's option says, be it one of these or the command's own; null where it is not given.</summary>
    private string? FlagOf(ParseResult arguments, string setting)
    {
        string flag = SettingCatalog.All.First(known => known.Id == setting).Flag;
        Option? option = All.Concat(arguments.CommandResult.Command.Options).FirstOrDefault(option => option.Name == flag);
        return option is null || arguments.GetResult(option) is not { Implicit: false } result ? null : ValueOf(option, result);
    }

    private static string? ValueOf(Option option, OptionResult result) => option switch
    {
        Option<bool> negative when option.Name.StartsWith("--no-", StringComparison.Ordinal) => result.GetValue(negative) ? "false" : "true",
        Option<bool> positive => result.GetValue(positive) ? "true" : "false",
        Option<string?> text => result.GetValue(text),
        _ => null,
    };
}
