using System.Collections.Concurrent;

namespace Engine.Running;

/// <summary>
/// A few threads that do work in phases: all of them at once, none begins a phase before all have ended the one before. They
/// are kept for the life of the process and shared by whoever asks; without work they sleep.
/// </summary>
/// <remarks>
/// A phase is often shorter than the time that the system takes to wake a thread, so threads wait awake for a moment, some
/// tens of microseconds, before they sleep.
/// </remarks>
internal sealed class Team
{
    private const int Glances = 1500;
    private const int GlancesBeforeYielding = 30;

    private static readonly ConcurrentDictionary<int, Lazy<Team>> Teams = new();

    private readonly Lock turn = new();
    private readonly object gate = new();
    private readonly int size;
    private Action<int, int>? work;
    private Exception? failure;
    private int phases;
    private int arrived;
    private int meetings;
    private int sleepers;

    private Team(int size)
    {
        this.size = size;
        for (int member = 1; member < size; member++)
        {
            int number = member;
            new Thread(() => Serve(number)) { IsBackground = true, Name = $"iteration {number + 1} of {size}" }.Start();
        }
    }

    /// <summary>The team of so many threads, the calling one included.</summary>
    /// <param name="size">The number of threads, at least 1.</param>
    public static Team Of(int size) => Teams.GetOrAdd(size, threads => new Lazy<Team>(() => new Team(threads))).Value;

    /// <summary>Does work and returns when it is done. Others who ask wait for their turn.</summary>
    /// <param name="phaseCount">The number of phases, at least 1.</param>
    /// <param name="workOf">Is called with each phase and each thread, both from 0; the calling thread is 0.</param>
    /// <exception cref="AggregateException">The work has failed on some thread. All phases have been gone through.</exception>
    public void Run(int phaseCount, Action<int, int> workOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(phaseCount, 1);
        lock (turn)
        {
            (work, phases, failure) = (workOf, phaseCount, null);
            Meet();
            WorkOff(0);
            work = null;
            if (failure is not null)
            {
                throw new AggregateException(failure);
            }
        }
    }

    private void Serve(int member)
    {
        while (true)
        {
            Meet();
            WorkOff(member);
        }
    }

    private void WorkOff(int member)
    {
        // Looked up once: when the last phase has ended, the next caller may have other work before this thread looks again.
        (Action<int, int> task, int count) = (work!, phases);
        for (int phase = 0; phase < count; phase++)
        {
            try
            {
                task(phase, member);
            }
#pragma warning disable CA1031 // whatever it is, the others must not wait for ever; the caller gets it
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, problem, null);
            }

            Meet();
        }
    }

    /// <summary>Returns when all members have called it.</summary>
    private void Meet()
    {
        int seen = Volatile.Read(ref meetings);
        if (Interlocked.Increment(ref arrived) == size)
        {
            arrived = 0;
            Interlocked.Increment(ref meetings);
            if (Volatile.Read(ref sleepers) > 0)
            {
                lock (gate)
                {
                    Monitor.PulseAll(gate);
                }
            }

            return;
        }

        for (int glance = 0; glance < Glances; glance++)
        {
            if (Volatile.Read(ref meetings) != seen)
            {
                return;
            }

            // The one waited for may be waiting for this processor.
            if (glance % GlancesBeforeYielding == 0)
            {
                Thread.Yield();
            }
            else
            {
                Thread.SpinWait(1);
            }
        }

        lock (gate)
        {
            // Counted before looking once more, so that whoever comes last either sees the sleeper or has been seen.
            Interlocked.Increment(ref sleepers);
            while (Volatile.Read(ref meetings) == seen)
            {
                Monitor.Wait(gate);
            }

            sleepers--;
        }
    }
}
