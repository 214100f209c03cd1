using System.Text.Json;
using Lessons;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>What a command line did: its exit code and everything it wrote.</summary>
internal sealed record CommandLine(int Code, string Output, string Error)
{
    public const string Lesson = "backprop-2-2-2";

    public string[] Lines => Output.TrimEnd('\n').Split('\n');

    public JsonElement[] Rows
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Output);
            return [.. document.RootElement.EnumerateArray().Select(row => row.Clone())];
        }
    }

    /// <summary>Runs a command line without a terminal.</summary>
    public static CommandLine Run(params IReadOnlyList<string> arguments) => new Setting().Run(arguments);

    /// <summary>What surrounds a command line.</summary>
    public sealed record Setting
    {
        public string Input { get; init; } = "";

        public Dictionary<string, string> Environment { get; init; } = [];

        public bool IsOutputTerminal { get; init; }

        public bool IsInputTerminal { get; init; }

        public ITerminal? Terminal { get; init; }

        public TextWriter? Output { get; init; }

        public string? DataDirectory { get; init; }

        public string? ConfigurationDirectory { get; init; }

        public TextWriter? Error { get; init; }

        public CommandLine Run(params IReadOnlyList<string> arguments)
        {
            using StringWriter output = new();
            using StringWriter error = new();
            using StringReader input = new(Input);
            int code = Cli.Run(arguments, new CommandContext
            {
                Out = Output ?? output,
                Error = Error ?? error,
                OpenInput = () => input,
                Environment = Environment.GetValueOrDefault,
                DataDirectory = DataDirectory,
                ConfigurationDirectory = ConfigurationDirectory,
                IsOutputTerminal = IsOutputTerminal,
                IsInputTerminal = IsInputTerminal,
                NoTerminal = Terminal is null ? "there is no terminal in tests" : null,
                OpenTerminal = _ => Terminal!,
            });
            return new CommandLine(code, output.ToString(), error.ToString());
        }
    }
}

/// <summary>A lesson file that is gone when the test is over.</summary>
internal sealed class LessonFile : IDisposable
{
    public LessonFile(Func<string, string> change)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"lesson-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(Path, change(LessonLibrary.TextOf(LessonLibrary.Find(CommandLine.Lesson)!.File)));
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
