using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;

namespace Simulator.Terminal;

/// <summary>
/// The real console: takes over the screen when made and gives it back as it was on any way out, be it the end of the
/// program, an exception, a signal or a stop by job control. There can be one at a time.
/// </summary>
internal sealed class ConsoleTerminal : ITerminal
{
    // Alternate screen, cursor hidden, no wrapping at the right edge, everything cleared.
    private const string EnterScreen = "\e[?1049h\e[?25l\e[?7l\e[0m\e[2J";

    // All of that back, and the cursor keys' mode, which the runtime's reader changes and leaves changed.
    private const string LeaveScreen = "\e[?2026l\e[0m\e[?7h\e[?25h\e[?1049l\e[?1l\e>";

    // Buttons and wheel, in the form that has no largest column.
    private const string EnterMouse = "\e[?1000h\e[?1006h";
    private const string LeaveMouse = "\e[?1006l\e[?1000l";
    private const string AskBackground = "\e]11;?\e\\";

    private const int Hangup = 1;
    private const int Interruption = 2;
    private const int Quit = 3;
    private const int Termination = 15;

    private static readonly TimeSpan TimeToReact = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeToWrite = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromMilliseconds(100);

    // A report that comes in two pieces comes in both sooner than a person presses two keys.
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(25);
    private static readonly Size UsualSize = new(80, 24);

    private readonly Lock output = new();
    private readonly Stream stream = Console.OpenStandardOutput();
    private readonly FrameEncoder encoder;
    private readonly InputAssembler assembler;
    private readonly bool hasMouse;
    private readonly ManualResetEventSlim answered;
    private readonly long askedAt = Environment.TickCount64;
    private readonly InputQueue inputs = new(QuerySize);
    private readonly ConsoleKeys keys = new();
    private readonly List<IDisposable> watchers = [];
    private byte[] bytes = new byte[64 * 1024];
    private bool shown;
    private volatile bool closed;
    private volatile bool interrupted;

    public ConsoleTerminal(TerminalOptions options)
    {
        encoder = new FrameEncoder(options);

        // The runtime's reader takes reports apart character by character; on Windows it does not get them at all.
        bool canReport = options.CanReport && !OperatingSystem.IsWindows();
        bool asks = canReport && options is { IsThemeOpen: true, NoColor: false, NoStyle: false };
        hasMouse = canReport && options.Mouse;
        assembler = new InputAssembler(hasMouse, asks);
        answered = new ManualResetEventSlim(!asks);
        UseUtf8();
        Console.TreatControlCAsInput = true;
        AppDomain.CurrentDomain.UnhandledException += OnExit;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        Watch();
        Enter();
        Send(asks ? AskBackground : "");
        new Thread(ReadKeys) { IsBackground = true, Name = "keys" }.Start();
    }

    public Size Size => QuerySize();

    public bool IsLive => true;

    /// <summary>Whether a console can be taken over; if not, why.</summary>
    public static bool IsAvailable(out string reason)
    {
        reason = (Console.IsInputRedirected, Console.IsOutputRedirected) switch
        {
            (true, _) => "standard input is not a terminal",
            (_, true) => "standard output is not a terminal",
            _ when Environment.GetEnvironmentVariable("TERM") == "dumb" => "TERM is 'dumb': the terminal cannot place text",
            _ when OperatingSystem.IsWindows() && !UnderstandsSequences() => "the console does not understand control sequences",
            _ => "",
        };
        return reason.Length == 0;
    }

    public Input Read() => inputs.Read();

    public bool TryRead(TimeSpan wait, out Input input) => inputs.TryRead(wait, out input);

    public void Invalidate()
    {
        lock (output)
        {
            encoder.Invalidate();
        }
    }

    public void Draw(Canvas canvas)
    {
        lock (output)
        {
            if (shown)
            {
                Send(encoder.Encode(canvas));
            }
        }
    }

    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        // Who leaves at once would find the answer in the shell.
        TimeSpan left = TimeToAnswer - TimeSpan.FromMilliseconds(Environment.TickCount64 - askedAt);
        answered.Wait(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        closed = true;
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        Leave();
        if (!interrupted)
        {
            // Otherwise the program is about to end with its exit code, which one more signal (a hangup sends two) must not change.
            watchers.ForEach(static watcher => watcher.Dispose());
        }

        try
        {
            Console.TreatControlCAsInput = false;
        }
        catch (IOException)
        {
            // The terminal is gone.
        }
    }

    private void Enter()
    {
        lock (output)
        {
            shown = true;
            encoder.Invalidate();
            Send(hasMouse ? EnterScreen + EnterMouse : EnterScreen);
        }
    }

    /// <summary>Gives the screen back, once; not later than it takes for a terminal that is not reading.</summary>
    private void Leave()
    {
        if (!output.TryEnter(TimeToWrite))
        {
            return;
        }

        try
        {
            if (shown)
            {
                shown = false;
                Send(hasMouse ? LeaveMouse + LeaveScreen : LeaveScreen);
            }
        }
        finally
        {
            output.Exit();
        }
    }

    private void Send(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length < needed)
        {
            bytes = new byte[needed];
        }

        try
        {
            stream.Write(bytes, 0, Encoding.UTF8.GetBytes(text, bytes));
            stream.Flush();
        }
        catch (IOException)
        {
            // The terminal is gone, which the input side reports; nobody is left to see the frame.
        }
    }

    private void ReadKeys()
    {
        try
        {
            while (!closed)
            {
                if (assembler.IsUndecided && !SpinWait.SpinUntil(static () => Console.KeyAvailable, BetweenPieces))
                {
                    Add(assembler.Release());
                }

                var pressed = Console.ReadKey(intercept: true);
                if (pressed == default)
                {
                    break;
                }

                if (keys.Translate(pressed) is not { } key)
                {
                    continue;
                }

                // What the terminal itself would do, were it not told to pass control-C on.
                if (key == Key.WithControl('z') && !OperatingSystem.IsWindows())
                {
                    JobControl.StopGroup();
                }
                else if (key == Key.WithControl('c'))
                {
                    // Not a key among others: a program busy with the way to a far iteration reads none.
                    Interrupt(Interruption);
                }
                else if (key == Key.WithControl('\\'))
                {
                    Interrupt(Quit);
                }
                else
                {
                    Add(key);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Without a terminal there are no keys.
        }

        Add(assembler.Release());
        inputs.Add(new EndOfInput());
    }

    /// <summary>
    /// On the wire alt is an escape before the key, the same as the escape key pressed a moment earlier. The program has no
    /// keys with alt, and an escape that gets lost is worse than one too many.
    /// </summary>
    private void Add(Key key)
    {
        if (key.Alt && !OperatingSystem.IsWindows())
        {
            Add(assembler.Add(Key.Named(KeyCode.Escape)));
            key = key with { Alt = false };
        }

        Add(assembler.Add(key));
    }

    private void Add(IEnumerable<Input> assembled)
    {
        foreach (Input input in assembled)
        {
            if (input is BackgroundTold told)
            {
                answered.Set();
                lock (output)
                {
                    encoder.Use(Theme.For(told.Background));
                }
            }

            inputs.Add(input);
        }
    }

    private void Watch()
    {
        if (OperatingSystem.IsWindows())
        {
            WatchSize();
            return;
        }

        OnSignal(PosixSignal.SIGINT, _ => Interrupt(Interruption));
        OnSignal(PosixSignal.SIGTERM, _ => Interrupt(Termination));
        OnSignal(PosixSignal.SIGHUP, _ => Interrupt(Hangup));
        OnSignal(PosixSignal.SIGQUIT, _ => Interrupt(Quit));
        OnSignal(PosixSignal.SIGTSTP, _ => Stop());
        OnSignal(PosixSignal.SIGCONT, context =>
        {
            // The runtime's own handling sets the terminal's modes again.
            context.Cancel = false;
            Continue();
        });
        OnSignal(PosixSignal.SIGWINCH, _ => RequestRepaint());
    }

    private void OnSignal(PosixSignal signal, Action<PosixSignalContext> handle) =>
        watchers.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            handle(context);
        }));

    /// <summary>Windows has no signal for it.</summary>
    private void WatchSize()
    {
        var last = QuerySize();
        watchers.Add(new Timer(
            _ =>
            {
                var size = QuerySize();
                if (size != last)
                {
                    last = size;
                    RequestRepaint();
                }
            },
            state: null,
            TimeSpan.FromMilliseconds(200),
            TimeSpan.FromMilliseconds(200)));
    }

    private void RequestRepaint()
    {
        lock (output)
        {
            encoder.Invalidate();
        }

        inputs.Add(new Resized(QuerySize()));
    }

    /// <summary>Tells the program to end; if it is busy or stuck, ends it.</summary>
    private void Interrupt(int signal)
    {
        interrupted = true;
        var exitCode = 128 + signal;
        inputs.Add(new Interrupted(exitCode));
        new Thread(() =>
        {
            Thread.Sleep(TimeToReact);
            Leave();
            Environment.Exit(exitCode);
        })
        { IsBackground = true, Name = "interruption" }.Start();
    }

    private void Stop()
    {
        Leave();
        JobControl.StopSelf();
    }

    private void Continue()
    {
        if (!closed && JobControl.IsForeground)
        {
            Enter();
            RequestRepaint();
        }
    }

    private void OnExit(object? sender, EventArgs e) => Leave();

    private static Size QuerySize()
    {
        try
        {
            var size = new Size(Console.WindowWidth, Console.WindowHeight);
            return size is { Columns: > 0, Rows: > 0 } ? size : UsualSize;
        }
        catch (IOException)
        {
            return UsualSize;
        }
    }

    private static void UseUtf8()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (Console.InputEncoding.CodePage != utf8.CodePage)
        {
            Console.InputEncoding = utf8;
        }

        if (Console.OutputEncoding.CodePage != utf8.CodePage)
        {
            Console.OutputEncoding = utf8;
        }
    }

    /// <summary>Asks Spectre.Console, which also switches them on where the console can.</summary>
    private static bool UnderstandsSequences() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Detect }).Profile.Capabilities.Ansi;
}
