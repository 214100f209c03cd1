using Engine.Time;

namespace Simulator.Screens.Stepping.Pictures;

/// <summary>Moments told apart only where parameters differ, for caches of what follows from these.</summary>
internal static class ParameterMoment
{
    /// <summary>A moment with the same parameters: during the update itself, before it the beginning of its iteration.</summary>
    public static Moment Of(Timeline timeline, Moment moment)
    {
        int firstUpdate = timeline.Plan.Carries
            .Select(carry => timeline.Plan.ProducerOf(carry.Next)?.Index ?? int.MaxValue)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return moment.Step >= firstUpdate ? moment : Moment.Before(moment.Iteration);
    }
}
