using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Lessons;
using Lessons.Reading;

namespace Simulator.Commands;

/// <summary>What is wrong with a command line, all of it, each with the nearest right word.</summary>
internal static class UsageErrors
{
    private const string ProgramName = "simulator";

    /// <summary>The problems as lines and, last, where to read more; empty where there are none.</summary>
    public static ImmutableArray<string> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        HashSet<string> unknown = [.. parsed.UnmatchedTokens, .. MistakenOptions(parsed)];
        List<string> lines = [.. unknown.Select(token => Unknown(parsed, command, token))];

        // What a mistaken option left behind says nothing new.
        bool isMistaken = unknown.Any(IsOption);
        lines.AddRange(parsed.Errors
            .Select(error => error.Message)
            .Where(message => !message.StartsWith("Unrecognized command or argument", StringComparison.Ordinal))
            .Where(message => !isMistaken || !IsMissing(message))
            .Select(message => IsMissing(message) ? Missing(parsed, command, message) : message)
            .Distinct());
        return lines.Count == 0 ? [] : [.. lines, $"Try '{PathOf(command)} --help'."];
    }

    // The library tells its errors apart by their English texts only.
    private static bool IsMissing(string message) =>
        message.StartsWith("Required argument", StringComparison.Ordinal) && message.Contains(" missing for ", StringComparison.Ordinal);

    private static bool IsOption(string token) =>
        token.StartsWith("--", StringComparison.Ordinal) || (token.Length > 1 && token[0] == '-' && char.IsAsciiLetter(token[1]));

    /// <summary>The parser takes an unknown option for an argument where an argument may stand.</summary>
    private static IEnumerable<string> MistakenOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && IsOption(token.Value))
        .Select(token => token.Value);

    private static string Unknown(ParseResult parsed, Command command, string token)
    {
        if (IsOption(token))
        {
            string name = token.Split('=', ':')[0];
            string[] known = [.. OptionsOf(parsed, command).Select(option => option.Name)];
            return $"unknown option '{name}'; {Suggest(name, known, $"{PathOf(command)} takes {string.Join(", ", known)}")}";
        }

        if (command is not RootCommand)
        {
            return $"'{token}' is one argument too many; {PathOf(command)} takes {ArgumentsOf(command)}";
        }

        string[] verbs = [.. command.Subcommands.Select(verb => verb.Name)];
        string otherwise = LessonLibrary.Find(token) is not null || LessonSource.IsPath(token)
            ? $"write {ProgramName} play {token}"
            : $"there is {string.Join(", ", verbs)}";
        return $"unknown command '{token}'; {Suggest(token, verbs, otherwise)}";
    }

    private static string Suggest(string word, IEnumerable<string> known, string otherwise) =>
        Nearest.To(word, known) is { } nearest ? $"did you mean '{nearest}'?" : otherwise;

    private static string Missing(ParseResult parsed, Command command, string message)
    {
        Option? option = OptionsOf(parsed, command).FirstOrDefault(option => message.Contains($"'{option.Name}'", StringComparison.Ordinal));
        if (option is not null)
        {
            return $"{option.Name}: found nothing after it; expected {option.HelpName}";
        }

        string example = command is Verb { Examples: [var first, ..] } ? first.CommandLine : $"{ProgramName} --help";
        return $"{PathOf(command)} needs {ArgumentsOf(command)}; for example: {example}";
    }

    private static IEnumerable<Option> OptionsOf(ParseResult parsed, Command command) =>
        command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Distinct();

    private static string ArgumentsOf(Command command) => command.Arguments.Count == 0
        ? "no arguments"
        : string.Join(' ', command.Arguments.Select(argument => argument.Name));

    private static string PathOf(Command command) => command is RootCommand ? ProgramName : $"{ProgramName} {command.Name}";
}
