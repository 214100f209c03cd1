using Simulator.Resources;

namespace Simulator.Learning;

/// <summary>Keeps what a learner has done from one start of the program to the next.</summary>
internal interface IProgressKeeper : IDisposable
{
    /// <summary>Keeps it, soon: what was given before and is not yet kept need not be any more.</summary>
    void Keep(Progress progress);

    /// <summary>What went wrong since it was asked last and the learner should know; null for nothing.</summary>
    Func<Words, string>? TakeProblem();
}
