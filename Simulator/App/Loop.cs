using System.Collections.Immutable;
using Simulator.Learning;
using Simulator.Terminal;
using Simulator.Views;

namespace Simulator.App;

/// <summary>Runs the program on a terminal: reads, updates, draws, and does what the update asks for.</summary>
internal sealed class Loop
{
    /// <summary>What is done sooner than this needs no line of progress.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

    private readonly ITerminal terminal;
    private readonly Queue<Input> typedAhead = new();
    private readonly IProgressKeeper? keeper;
    private Model model;
    private Canvas frame;
    private int? exit;

    private Loop(ITerminal terminal, Model model, IProgressKeeper? keeper)
    {
        this.keeper = keeper;
        this.terminal = terminal;
        this.model = model with { Size = terminal.Size };
        frame = new Canvas(terminal.Size);
    }

    /// <summary>Runs until the person leaves.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="model">The model to begin with, which is drawn without further ado.</param>
    /// <param name="first">What happens before any key; null for nothing.</param>
    /// <param name="keeper">Keeps what the learner does; null where nothing is to be kept.</param>
    /// <returns>The exit code.</returns>
    public static int Run(ITerminal terminal, Model model, Message? first = null, IProgressKeeper? keeper = null) =>
        new Loop(terminal, model, keeper).Run(first);

    private int Run(Message? first)
    {
        if (first is not null)
        {
            Send(first);
        }

        while (exit is null)
        {
            if (keeper?.TakeProblem() is { } problem)
            {
                Send(new Changed(now => now with { Notice = new Notice(problem) }));
            }

            frame = ScreenView.Draw(model);
            terminal.Draw(frame);
            Input input = typedAhead.Count > 0 ? typedAhead.Dequeue() : terminal.Read();
            do
            {
                Handle(input);
            }
            while (exit is null && (typedAhead.TryDequeue(out input!) || terminal.TryRead(TimeSpan.Zero, out input!)));
        }

        return exit.Value;
    }

    private void Handle(Input input)
    {
        switch (input)
        {
            case KeyPressed pressed:
                Send(new KeyTyped(pressed.Key));
                break;
            case Resized resized:
                Send(new SizeChanged(resized.Size));
                break;
            case PointerInput pointer:
                Send(new Pointed(frame.TargetAt(pointer.Column, pointer.Row), pointer.Action));
                break;
            case BackgroundTold told:
                Send(new BackgroundKnown(told.Background));
                break;
            default:
                exit = ExitCodeOf(input);
                break;
        }
    }

    private void Send(Message message)
    {
        (model, ImmutableArray<Effect> effects) = Update.Apply(model, message);
        foreach (Effect effect in effects)
        {
            switch (effect)
            {
                case Exit leaving:
                    exit ??= leaving.Code;
                    break;
                case DrawAgain:
                    terminal.Invalidate();
                    break;
                case RunJob run:
                    Work(run.Job);
                    break;
                case KeepProgress keep:
                    keeper?.Keep(keep.Progress);
                    break;
                case SaveScreen save:
                    Send(new Changed(SavedScreen.Write(model, save.Name)));
                    break;
            }
        }
    }

    /// <summary>Does a job while keys are read: escape gives it up, what else is typed is kept for after it.</summary>
    private void Work(Job job)
    {
        // While it runs the screen's own numbers are not asked for.
        frame = ScreenView.Draw(model);
        using CancellationTokenSource stop = new();
        LatestProgress progress = new();

        // A thread of its own: neither the work nor the waiting for it depends on how busy the pool is.
        Task<Func<Model, Model>> task = Task.Factory.StartNew(
            () => job.Run(progress, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        bool isOver = HasEnded(task, terminal.IsLive ? Unnoticed : Timeout.InfiniteTimeSpan);
        while (!isOver)
        {
            terminal.Draw(ProgressView.Over(frame, model, job, progress.Latest));
            if (terminal.TryRead(BetweenFrames, out Input input))
            {
                HandleDuring(stop, input);
            }

            isOver = exit is not null || HasEnded(task, TimeSpan.Zero);
        }

        if (exit is null)
        {
            Send(new Changed(ResultOf(task, job)));
        }
    }

    private static Func<Model, Model> ResultOf(Task<Func<Model, Model>> task, Job job)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return job.GivenUp;
        }
    }

    private void HandleDuring(CancellationTokenSource stop, Input input)
    {
        switch (input)
        {
            case KeyPressed pressed when pressed.Key.Code == KeyCode.Escape || pressed.Key == Key.Of('q'):
                typedAhead.Clear();
                stop.Cancel();
                if (pressed.Key.Code != KeyCode.Escape)
                {
                    // Who leaves does not wait.
                    typedAhead.Enqueue(input);
                }

                break;
            case KeyPressed or BackgroundTold:
                typedAhead.Enqueue(input);
                break;
            case PointerInput:
                // What is pointed at is not what will be there.
                break;
            case Resized resized:
                model = model with { Size = resized.Size };
                break;
            default:
                exit = ExitCodeOf(input);
                stop.Cancel();
                break;
        }
    }

    private static int ExitCodeOf(Input input) => input is Interrupted interrupted ? interrupted.ExitCode : 0;

    /// <summary>Whether a task ends within a time, however it does.</summary>
    private static bool HasEnded(Task task, TimeSpan wait) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne(wait);

    /// <summary>What was reported last; written and read by different threads.</summary>
    private sealed class LatestProgress : IProgress<Engine.Time.ReplayProgress>
    {
        private readonly Lock access = new();
        private Engine.Time.ReplayProgress latest;

        public Engine.Time.ReplayProgress Latest
        {
            get
            {
                lock (access)
                {
                    return latest;
                }
            }
        }

        public void Report(Engine.Time.ReplayProgress value)
        {
            lock (access)
            {
                latest = value;
            }
        }
    }
}
