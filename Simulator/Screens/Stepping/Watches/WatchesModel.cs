using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Quantities;
using Simulator.Screens.Stepping.Panels;

namespace Simulator.Screens.Stepping.Watches;

/// <summary>One watched number at a moment.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The value that is known last; null where none is.</param>
/// <param name="OfIteration">The iteration of that value where it is not the moment's: the number has not been computed yet. Otherwise null.</param>
/// <param name="Change">What the step that led here changed, with an arrow; empty for nothing.</param>
/// <param name="Line">How the number goes over all iterations; null where that has not been recorded, or cannot be.</param>
/// <param name="CanBeRecorded">Whether there may be a line.</param>
/// <param name="IsSelected">Whether the row is chosen.</param>
internal sealed record WatchRow(
    string Name, string? Value, int? OfIteration, string Change, Sparkline? Line, bool CanBeRecorded, bool IsSelected);

/// <summary>The watched numbers at a moment.</summary>
internal sealed record WatchesModel(ImmutableArray<WatchRow> Rows) : IPanelModel
{
    private const int ValueDigits = 8;
    private const int ChangeDigits = 2;

    public static WatchesModel Of(StepScreen screen)
    {
        WatchHistory history = WatchHistory.Of(screen.Timeline);
        Values values = new(screen, history);
        Moment before = screen.Timeline.Previous(screen.Moment, screen.Level.ToLevel());
        return new WatchesModel(
        [
            .. screen.Watches.Items.Select((watched, index) =>
            {
                (double Value, int Iteration)? now = values.KnownAt(screen.KnownMoment, watched);
                (double Value, int Iteration)? then = values.KnownAt(before, watched);
                return new WatchRow(
                    watched.At(screen.Timeline.Plan, screen.Moment.Iteration).Label.ToText(Notation.Mathematical),
                    now is { } known ? NumberText.Fixed(known.Value, ValueDigits).Replace('-', '−') : null,
                    now?.Iteration == screen.Moment.Iteration ? null : now?.Iteration,
                    now is { } one && then is { } other ? ChangeText.Difference(one.Value - other.Value, ChangeDigits) : "",
                    LineOf(screen, history, watched),
                    watched.Stored is not null,
                    index == screen.Watches.Selected);
            }),
        ]);
    }

    private static Sparkline? LineOf(StepScreen screen, WatchHistory history, Watched watched) =>
        watched.Stored is { } stored && history is { Places: { } places } && history.CurveOf(stored) is { } curve
            ? new Sparkline(curve, places.IndexOf(screen.Moment.Iteration), DistanceOf(screen, places, stored))
            : null;

    /// <summary>
    /// How far apart the points are that show a number of one sample: those of other samples between would only hide how it changes. 1 for
    /// what belongs to no sample, and where the order of the samples changes from epoch to epoch.
    /// </summary>
    private static int DistanceOf(StepScreen screen, Recording places, Address stored)
    {
        Training training = screen.Timeline.Training;
        return screen.Timeline.Plan.SymbolOf(stored).HasBatchAxis && training.ShuffleSeed is null && places.IterationsPerPoint == 1
            ? training.IterationsPerEpoch
            : 1;
    }

    /// <summary>What is known of watched numbers at moments near the one looked at.</summary>
    private sealed class Values(StepScreen screen, WatchHistory history)
    {
        /// <summary>Farther iterations than these are not run for a row; the recording has them.</summary>
        private const int MostIterationsBack = 2;

        private static readonly ConditionalWeakTable<Timeline, Dictionary<(int Iteration, Watched Watched), double>> Derivatives = [];

        /// <summary>The value of a number known last at a moment and its iteration; null where there is none, or it is too far to run for it.</summary>
        public (double Value, int Iteration)? KnownAt(Moment moment, Watched watched)
        {
            Address first = watched.Stored ?? watched.Derivative!.Value.Of;
            int iteration = screen.Timeline.IsKnown(moment, first) ? moment.Iteration : moment.Iteration - 1;
            return screen.Timeline.HasIteration(iteration) && ValueIn(iteration, watched) is { } value ? (value, iteration) : null;
        }

        private double? ValueIn(int iteration, Watched watched)
        {
            if (watched.Stored is { } stored && history.ValueIn(iteration, stored) is { } recorded)
            {
                return recorded;
            }

            if (screen.Moment.Iteration - iteration > MostIterationsBack)
            {
                return null;
            }

            ResolvedQuantity quantity = watched.At(screen.Timeline.Plan, iteration);
            if (watched.Stored is not null)
            {
                return quantity.ValueIn(screen.Timeline.At(iteration));
            }

            // A derivative that no step computes may be a walk over half the steps.
            var known = Derivatives.GetOrCreateValue(screen.Timeline);
            if (!known.TryGetValue((iteration, watched), out double value))
            {
                value = quantity.ValueIn(screen.Timeline.At(iteration));
                known.Add((iteration, watched), value);
            }

            return value;
        }
    }
}
