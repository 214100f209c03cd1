using System.Collections.Immutable;
using Lessons.Reading;
using Simulator.Resources;

namespace Simulator.Settings;

/// <summary>What the value of a setting is.</summary>
internal enum SettingKind
{
    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>A name or a path.</summary>
    Text,
}

/// <summary>One thing about the program that can be set: by a flag, in the environment, or in the file of settings.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Flag">The option of the command line that sets it.</param>
/// <param name="Variable">The environment variable that sets it.</param>
/// <param name="Default">Its value where nothing sets it.</param>
internal sealed record Setting(string Id, SettingKind Kind, string Flag, string Variable, string Default)
{
    private const int LongestName = 60;
    private static readonly ImmutableArray<string> Truths = ["true", "1", "yes", "on"];
    private static readonly ImmutableArray<string> Falsehoods = ["false", "0", "no", "off"];

    /// <summary>The words of a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether the variable turns the setting off by being there at all, as <c>NO_COLOR</c> does.</summary>
    public bool IsOffByVariable { get; init; }

    /// <summary>Whether its text is the path of a file; otherwise a text is a name.</summary>
    public bool IsPath { get; init; }

    /// <summary>The values that can be written, for messages and examples.</summary>
    public string Values => Kind switch
    {
        SettingKind.Choice => string.Join(", ", Choices),
        SettingKind.Switch => "true, false",
        _ => IsPath ? "PATH" : "NAME",
    };

    /// <summary>What it is for.</summary>
    public string MeaningIn(Words words) => words.Desk.Meaning(Id);

    /// <summary>The value that a text of the environment stands for; null with what is wrong with it.</summary>
    public string? Read(string text, out string expected, out string remedy)
    {
        (expected, remedy) = ("", "");
        switch (Kind)
        {
            case SettingKind.Switch when IsOffByVariable:
                return "false";
            case SettingKind.Switch:
                string folded = text.Trim().ToLowerInvariant();
                (expected, remedy) = ("true or false", "write true or false");
                return Truths.Contains(folded) ? "true" : Falsehoods.Contains(folded) ? "false" : null;
            case SettingKind.Choice:
                expected = string.Join(" or ", Choices);
                remedy = Nearest.To(text, Choices) is { } nearest ? $"did you mean '{nearest}'?" : $"write {Default}";
                return Choices.Contains(text) ? text : null;
            default:
                expected = IsPath ? "the path of a file" : $"a name of 1 to {LongestName} characters that can be shown";
                remedy = IsPath ? "write a path such as keys.yaml" : "write a name such as mina";
                return text.Trim() is { Length: > 0 } name && !name.Any(char.IsControl) && (IsPath || name.Length <= LongestName) ? name : null;
        }
    }
}
