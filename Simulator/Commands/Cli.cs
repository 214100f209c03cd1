using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;

namespace Simulator.Commands;

/// <summary>
/// The command line: finds the verb, runs it and turns whatever happens into an exit code and at most a few lines on standard
/// error.
/// </summary>
internal static class Cli
{
    private const int PosixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    private static readonly ImmutableArray<Example> Examples =
    [
        new("simulator", "choose a lesson and step through it"),
        new("simulator play backprop-2-2-2", "step through one lesson, forward and backward"),
        new("simulator show backprop-2-2-2 dE_total/dw5", "one number: its formula, with numbers, its value"),
        new("simulator check", "hold every printed number against the engine"),
        new("simulator trace backprop-2-2-2 --format csv", "every step as data"),
    ];

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, CommandContext context)
    {
        try
        {
            int code = Attempt(arguments, context);
            context.Out.Flush();
            return code;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Files are read and written by those who know their names; what is left is standard output, which may be closed.
            if (IsBrokenPipe(exception))
            {
                return ExitCode.BrokenPipe;
            }

            context.Tell(ascii: false, $"simulator: standard output cannot be written: {exception.Message}");
            return ExitCode.WrongUsage;
        }
        catch (Exception exception)
        {
            string message = string.Join(' ', exception.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            context.Tell(ascii: false, $"simulator: this is a bug, please report it: {exception.GetType().Name}: {message}");
            return ExitCode.Bug;
        }
    }

    private static int Attempt(IReadOnlyList<string> arguments, CommandContext context)
    {
        try
        {
            return Invoke(arguments, context);
        }
        catch (UsageException exception)
        {
            context.Tell(ascii: false, [.. exception.Problems]);
            return ExitCode.WrongUsage;
        }
    }

    private static int Invoke(IReadOnlyList<string> arguments, CommandContext context)
    {
        RootCommand root = RootOf(context);
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Action is not ExamplesFirst && UsageErrors.Of(parsed) is { IsEmpty: false } errors)
        {
            throw new UsageException(errors);
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand RootOf(CommandContext context)
    {
        CommonOptions common = new();
        ImmutableArray<Verb> verbs =
        [
            new PlayVerb(), new ListVerb(), new CheckVerb(), new ShowVerb(), new TraceVerb(), new SummaryVerb(), new TrainVerb(), new KeysVerb(),
            new GlossaryVerb(), new SchemaVerb(), new ResetVerb(), new SettingsVerb(),
        ];
        RootCommand root = new("A reverse debugger for backpropagation: every number of a training step has a formula, and time runs both ways.");
        foreach (Option option in common.All)
        {
            root.Options.Add(option);
        }

        foreach (Verb verb in verbs)
        {
            verb.SetAction(parsed => verb.Run(parsed, common.SessionOf(parsed, context, toleratesProblems: verb is SettingsVerb)));
            root.Subcommands.Add(verb);
        }

        Option<bool> transcript = new("--transcript") { Description = "Choose a lesson line by line and hear it as sentences, for screen readers" };
        root.Options.Add(transcript);
        root.SetAction(parsed =>
        {
            Session session = common.SessionOf(parsed, context);
            return session.IsTranscript ? Transcript.Choose(session) : Picker.Run(session);
        });
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesFirst((HelpAction)help.Action!, Examples);
        return root;
    }

    private static bool IsBrokenPipe(Exception exception) => OperatingSystem.IsWindows()
        ? exception.HResult is WindowsBrokenPipe or WindowsNoData
        : exception.HResult == PosixBrokenPipe;
}
