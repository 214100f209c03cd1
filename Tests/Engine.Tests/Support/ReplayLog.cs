using Engine.Time;

namespace Engine.Tests.Support;

/// <summary>What a seek or a search has reported, in order; it may do something at each report.</summary>
internal sealed class ReplayLog(Action<ReplayProgress>? onReport = null) : IProgress<ReplayProgress>
{
    public List<ReplayProgress> Reports { get; } = [];

    /// <summary>How many iterations the last seek has run.</summary>
    public int Runs => Reports.Count == 0 ? 0 : Reports[^1].Done;

    public void Report(ReplayProgress value)
    {
        Reports.Add(value);
        onReport?.Invoke(value);
    }

    /// <summary>That reports grow up to their total and do not change it.</summary>
    public void ShouldGrowTo(int total)
    {
        Reports.ShouldNotBeEmpty();
        Reports.ShouldAllBe(report => report.Total == total);
        Reports.Select(report => report.Done).ShouldBe(Reports.Select(report => report.Done).Order());
        Reports.Select(report => report.Done).ShouldBeUnique();
        Reports[^1].Done.ShouldBe(total);
    }
}
