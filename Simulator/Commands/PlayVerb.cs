using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Lessons;
using Lessons.Reading;
using Simulator.App;
using Simulator.Learning;
using Simulator.Screens.Stepping;
using Simulator.Screens.Stepping.Class;
using Simulator.Terminal;

namespace Simulator.Commands;

/// <summary>Steps through a lesson, in the terminal or with keys from a script.</summary>
internal sealed class PlayVerb : Verb
{
    private const int LargestExtent = 1000;
    private const int LongestScript = 64 * 1024;

    private readonly Argument<string> name = LessonSource.Argument();

    private readonly Option<string?> at = new("--at")
    {
        Description = "Start there instead of at the tour: at a quantity such as h1 or z1@2, or after N numbers",
        HelpName = "QUANTITY|N",
    };

    private readonly Option<string?> keys = new("--keys")
    {
        Description = "Play the keys of a file ('-' for standard input) without a terminal and print the frames",
        HelpName = "FILE",
    };

    private readonly Option<string?> size = new("--size") { Description = "The screen of scripted keys; 80x24 by default", HelpName = "80x24" };

    private readonly Option<string?> frames = Choice.Optional("--frames", "Which frames of scripted keys to print; all by default", "all", "last");

    private readonly Option<string?> svg = new("--svg")
    {
        Description = "Write the last frame of scripted keys as an SVG picture; without --keys the first frame",
        HelpName = "FILE",
    };

    private readonly Option<bool> inClass = new("--class") { Description = "In front of a class: large, each number covered until it is revealed; a presenter's clicker works" };

    private readonly Option<string?> stops = StopsOption();

    private readonly Option<bool> transcript = new("--transcript")
    {
        Description = "Say each step as a sentence, line by line, for screen readers; without a terminal to type in, the whole lesson",
    };

    private readonly Option<bool> all = new("--all") { Description = "With --transcript, the whole lesson from its start to its end" };

    public PlayVerb()
        : base("play", "Steps through a lesson in the terminal, forward and backward; ? shows the keys")
    {
        Arguments.Add(name);
        foreach (Option option in (Option[])[at, inClass, stops, keys, size, frames, svg, transcript, all])
        {
            Options.Add(option);
        }
    }

    public override ImmutableArray<Example> Examples =>
    [
        new("simulator play backprop-2-2-2", "step through the worked example"),
        new("simulator play backprop-2-2-2 --at dE_total/dw5", "start at a number"),
        new("simulator play my-lesson.yaml", "a lesson of your own"),
        new("simulator play backprop-2-2-2 --class", "in front of a class, with a presenter's clicker"),
        new("echo 'l l l' | simulator play backprop-2-2-2 --keys -", "play keys and print every frame"),
        new("simulator play backprop-2-2-2 --transcript", "with a screen reader: sentences instead of a screen"),
        new("simulator play backprop-2-2-2 --at h1 --svg h1.svg", "a picture of one moment"),
    ];

    public override int Run(ParseResult arguments, Session session)
    {
        bool isClass = arguments.GetValue(inClass);
        if (arguments.GetValue(stops) is not null && !isClass)
        {
            throw new UsageException("--stops: found without --class; expected both, because the stops are for a class; add --class, or leave it out");
        }

        Lesson lesson = WithStops(LessonSource.Load(arguments.GetRequiredValue(name)), arguments.GetValue(stops));
        StepScreen screen = StartOf(lesson, arguments.GetValue(at));
        screen = isClass ? ClassUpdate.Begin(screen) : screen;

        // Where someone says where to begin, or a class watches, it is not gone on where the learner stopped.
        Message first = arguments.GetValue(at) is null && !isClass
            ? new Changed(model => Opening.Open(model, lesson))
            : new Changed(model => model with { Screen = Opening.WithBookmarks(screen, model.Progress.In(lesson.Id)) });
        if (IsTranscript(arguments, session))
        {
            return Tell(arguments, session, lesson, first);
        }

        if (arguments.GetValue(all))
        {
            throw new UsageException("--all: found without --transcript; expected a transcript; add --transcript, or leave it out");
        }

        if (arguments.GetValue(keys) is not null || arguments.GetValue(svg) is not null)
        {
            return PlayScript(arguments, session, lesson, first);
        }

        foreach (Option option in new Option[] { size, frames })
        {
            if (arguments.GetResult(option) is { Implicit: false })
            {
                throw new UsageException($"{option.Name}: found without --keys; expected scripted keys; add --keys FILE, or leave it out");
            }
        }

        if (session.Context.NoTerminal is not { } reason)
        {
            return session.Open(StepScreen.Open(lesson), first);
        }

        session.Tell($"simulator: {reason}");
        session.Tell($"{session.Words.OpenInTerminal} simulator play {arguments.GetRequiredValue(name)}");
        TraceText.WriteLesson(session, lesson);
        return ExitCode.AllRight;
    }

    /// <summary>The option that names a teacher's own list of stops.</summary>
    public static Option<string?> StopsOption() => new("--stops")
    {
        Description = "A file with your own stops instead of the lesson's tour",
        HelpName = "FILE",
    };

    /// <summary>The lesson with the stops of a file as its tour.</summary>
    /// <exception cref="UsageException">The file is not right; all problems are told.</exception>
    public static Lesson WithStops(Lesson lesson, string? file)
    {
        if (file is null)
        {
            return lesson;
        }

        ProblemList problems = new();
        return StopScript.Load(file, lesson, problems) ?? throw new UsageException([.. problems.ToString().Split('\n')]);
    }

    private static StepScreen StartOf(Lesson lesson, string? at)
    {
        StepScreen start = StepScreen.Open(lesson);
        if (at is null)
        {
            return start;
        }

        // Going on from there means the next number, not the tour's first stop.
        start = start with { IsTour = false };
        if (!long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            return StepUpdate.Visit(start, ShowVerb.Resolve(lesson, [at], iteration: 1)[0]) with { Trail = [] };
        }

        return number >= 0 && number <= start.Timeline.Length
            ? start.At(start.Timeline.MomentAt(number))
            : throw new UsageException($"--at: found {number}; expected 0 to {start.Timeline.Length}, which is how many numbers {lesson.Id} computes; write one of these");
    }

    /// <summary>Whether sentences are asked for: by the flag, or by the setting where nothing that needs a screen is.</summary>
    private bool IsTranscript(ParseResult arguments, Session session) =>
        arguments.GetResult(transcript) is { Implicit: false }
            ? arguments.GetValue(transcript)
            : session.IsTranscript && !new Option[] { keys, size, frames, svg }.Any(option => arguments.GetResult(option) is { Implicit: false });

    /// <summary>Says the lesson in sentences: what keys of a script do, what a person types, or all of it.</summary>
    private int Tell(ParseResult arguments, Session session, Lesson lesson, Message first)
    {
        foreach (Option option in new Option[] { size, frames, svg })
        {
            if (arguments.GetResult(option) is { Implicit: false })
            {
                throw new UsageException($"{option.Name}: found with --transcript; expected sentences, which have no screen; leave one of them out");
            }
        }

        if (arguments.GetValue(all) && arguments.GetValue(keys) is not null)
        {
            throw new UsageException("--all: found with --keys; expected the whole lesson or keys; leave one of them out");
        }

        if (arguments.GetValue(keys) is { } file)
        {
            return Transcript.Play(session, StepScreen.Open(lesson), first, ReadKeys(session, file));
        }

        if (arguments.GetValue(all) || !session.Context.IsInputTerminal)
        {
            Transcript.WriteAll(session, lesson);
            return ExitCode.AllRight;
        }

        return Transcript.Converse(session, StepScreen.Open(lesson), first);
    }

    private int PlayScript(ParseResult arguments, Session session, Lesson lesson, Message first)
    {
        string? keyFile = arguments.GetValue(keys);
        ImmutableArray<Input> inputs = keyFile is null ? [] : ReadKeys(session, keyFile);
        Size extent = SizeOf(arguments.GetValue(size));
        using ScriptedTerminal terminal = new(inputs, extent);
        using ProgressStore? store = session.IsLearnerNamed ? session.OpenProgress() : null;
        int code = Loop.Run(terminal, session.NewModel(StepScreen.Open(lesson), extent, store?.Initial ?? Progress.Empty), first, store);
        bool isLastOnly = arguments.GetValue(frames) == "last";
        for (int index = isLastOnly ? terminal.Frames.Count - 1 : 0; keyFile is not null && index < terminal.Frames.Count; index++)
        {
            ScriptedFrame frame = terminal.Frames[index];
            session.Page.Line($"=== {index}: {NameOf(frame.After)}");
            foreach (string line in frame.Text.Split('\n'))
            {
                session.Page.Line(line);
            }
        }

        if (arguments.GetValue(svg) is { } picture)
        {
            WriteSvg(picture, SvgScreen.Write(terminal.Frames[^1].Canvas, lesson.Title.In(session.Language), session.Options.Theme));
        }

        return code;
    }

    private static string NameOf(Input? input) => input switch
    {
        null => "start",
        KeyPressed pressed => KeyNotation.Format(pressed.Key),
        PointerInput pointer => KeyNotation.Format(pointer),
        Resized resized => $"@size={resized.Size.Columns}x{resized.Size.Rows}",
        _ => "end",
    };

    private static ImmutableArray<Input> ReadKeys(Session session, string file)
    {
        string script;
        try
        {
            using TextReader reader = file == "-" ? session.Context.OpenInput() : new StreamReader(file);
            char[] characters = new char[LongestScript + 1];
            script = new string(characters, 0, reader.ReadBlock(characters));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--keys: {file} cannot be read: {exception.Message}");
        }

        // Every key makes a frame, and a device has no end.
        if (script.Length > LongestScript)
        {
            throw new UsageException($"--keys: found more than {LongestScript} characters in {file}; expected a script of keys; split it, and use counts such as 10l");
        }

        KeyScript parsed = KeyNotation.Parse(script);
        return parsed.Problems.IsEmpty
            ? parsed.Inputs
            : throw new UsageException(
                [.. parsed.Problems.Select(problem => $"{file}:{problem.Line}:{problem.Column}: found {problem.Found}; {problem.Remedy}")]);
    }

    private static Size SizeOf(string? text)
    {
        if (text is null)
        {
            return Model.SmallestSize;
        }

        string[] parts = text.Split('x', 'X', '×');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rows)
            && columns is > 0 and <= LargestExtent && rows is > 0 and <= LargestExtent
            ? new Size(columns, rows)
            : throw new UsageException($"--size: found '{text}'; expected columns and rows from 1 to {LargestExtent}; write --size 80x24");
    }

    private static void WriteSvg(string file, string picture)
    {
        try
        {
            File.WriteAllText(file, picture, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--svg: {file} cannot be written: {exception.Message}");
        }
    }
}
