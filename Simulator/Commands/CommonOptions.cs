using System.CommandLine;
using Lessons;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>The options that every verb has.</summary>
internal sealed class CommonOptions
{
    private const int LongestName = 60;

    // As POSIX has it: the first that is set decides.
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly Option<string?> language =
        Choice.Optional("--lang", "English or Korean; by default as the environment's locale says", "en", "ko");

    private readonly Option<bool> ascii = new("--ascii") { Description = "Write symbols with ASCII characters" };

    private readonly Option<bool> noColor = new("--no-color") { Description = "Write without colour, as NO_COLOR=1 in the environment does" };

    private readonly Option<string?> learner = new("--learner")
    {
        Description = "Whose progress is kept; SIMULATOR_LEARNER in the environment says the same",
        HelpName = "NAME",
    };

    public CommonOptions()
    {
        All = [language, ascii, noColor, learner];
        foreach (Option option in All)
        {
            option.Recursive = true;
        }
    }

    public IReadOnlyList<Option> All { get; }

    /// <summary>What a command needs to know beside its own arguments.</summary>
    public Session SessionOf(ParseResult arguments, CommandContext context)
    {
        TerminalOptions options = TerminalOptions.From(context.Environment, arguments.GetValue(ascii), arguments.GetValue(noColor));
        Language spoken = arguments.GetValue(language) switch
        {
            "ko" => Language.Korean,
            "en" => Language.English,
            _ => LanguageOf(context.Environment),
        };
        string? named = arguments.GetValue(learner);
        string? usual = context.Environment("SIMULATOR_LEARNER");
        return new Session(context, spoken, options)
        {
            Learner = Checked(named) ?? Checked(usual is { Length: > 0 } ? usual : null) ?? Session.DefaultLearner,
            IsLearnerNamed = named is not null,
        };
    }

    private static string? Checked(string? name) => name is null || (name.Trim() is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl))
        ? name?.Trim()
        : throw new UsageException($"--learner: found a name of {name.Length} characters; expected 1 to {LongestName} characters that can be shown; write a name such as --learner mina");

    private static Language LanguageOf(Func<string, string?> variable)
    {
        string locale = LanguageVariables.Select(variable).FirstOrDefault(value => value is { Length: > 0 }) ?? "";
        string spoken = locale.Split('_', '.', '@', '-')[0];
        return spoken.Equals("ko", StringComparison.OrdinalIgnoreCase) ? Language.Korean : Language.English;
    }
}
