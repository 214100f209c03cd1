using Engine.Running;

namespace Engine.Time;

/// <summary>A machine that goes to any iteration of a training by the nearest checkpoint, and leaves checkpoints behind.</summary>
internal sealed class Replay
{
    private readonly Training training;
    private readonly Iteration machine;
    private readonly int numbersPerIteration;

    /// <summary>How many iterations are completed where the training begins; checkpoints count from there.</summary>
    private readonly int begin;

    /// <summary>Whether the machine holds the numbers of an iteration, not only the state after one.</summary>
    private bool holdsIteration;

    public Replay(Training training, int numbersPerIteration, long checkpointBytes)
    {
        this.training = training;
        this.numbersPerIteration = numbersPerIteration;
        begin = training.FirstIteration - 1;
        machine = new Iteration(training);
        Checkpoints = new Checkpoints(machine.StateLength, numbersPerIteration, checkpointBytes);
    }

    public Checkpoints Checkpoints { get; }

    /// <summary>The machine, to be read; <see cref="Run"/> runs it.</summary>
    public Iteration Machine => machine;

    public Pace NewPace(int total, IProgress<ReplayProgress>? progress, CancellationToken cancellation) =>
        new(numbersPerIteration, total, progress, cancellation);

    /// <summary>How many runs lead to an iteration, without taking any.</summary>
    public int RunsTo(int iteration)
    {
        if (holdsIteration && machine.Number == iteration)
        {
            return 0;
        }

        int nearest = LatestUpTo(iteration - 1);
        return iteration - (machine.Number < iteration ? Math.Max(nearest, machine.Number) : nearest);
    }

    /// <summary>
    /// Puts the machine where running leads to an iteration: where it is, if that is on the way, or at the nearest checkpoint.
    /// </summary>
    /// <returns>How many runs lead to the iteration; 0 where the machine holds it.</returns>
    public int Approach(int iteration)
    {
        if (holdsIteration && machine.Number == iteration)
        {
            return 0;
        }

        int nearest = LatestUpTo(iteration - 1);
        if (machine.Number >= iteration || machine.Number < nearest)
        {
            Restore(nearest);
        }

        return iteration - machine.Number;
    }

    /// <summary>The latest checkpoint with no more than so many iterations completed; the training's first state where there is none.</summary>
    public int LatestUpTo(int completed) => begin + Checkpoints.LatestUpTo(completed - begin);

    /// <summary>Goes to the state after so many iterations, which is the training's first or a checkpoint.</summary>
    public void Restore(int completed)
    {
        if (completed == begin)
        {
            machine.Restore(training.InitialState());
        }
        else
        {
            machine.RestoreState(completed, Checkpoints[completed - begin]);
        }

        holdsIteration = false;
    }

    /// <summary>Keeps the state at the place that is about to be left.</summary>
    public void KeepPlace()
    {
        if (Checkpoints.TryAddPlace(machine.Number - begin, out Span<double> room))
        {
            machine.SaveState(room);
        }
    }

    /// <summary>Computes the next iteration.</summary>
    public void Run()
    {
        machine.Run();
        holdsIteration = true;
        int completed = machine.Number - begin;
        if (completed == Checkpoints.NextOnGrid && Checkpoints.TryAddToGrid(completed, out Span<double> room))
        {
            machine.SaveState(room);
        }
    }

    /// <summary>Runs to an iteration ahead and keeps states near it.</summary>
    public void RunTo(int iteration, Pace pace)
    {
        int near = iteration - Checkpoints.Reach;
        while (machine.Number < iteration)
        {
            if (machine.Number >= near && Checkpoints.TryAddNear(machine.Number - begin, iteration - begin, out Span<double> room))
            {
                machine.SaveState(room);
            }

            Run();
            pace.Tick();
        }
    }
}
