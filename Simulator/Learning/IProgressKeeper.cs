namespace Simulator.Learning;

/// <summary>Keeps what a learner has done from one start of the program to the next.</summary>
internal interface IProgressKeeper : IDisposable
{
    /// <summary>Keeps it, soon: what was given before and is not yet kept need not be any more.</summary>
    void Keep(Progress progress);
}
