using Engine.Formulas;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Engine.Time.Search;

namespace Engine.Tests.Support;

/// <summary>
/// Every moment at which a condition is met, from all traces of a training, one after the other, and straight from the
/// definitions of the conditions.
/// </summary>
internal sealed class SearchOracle
{
    private readonly Training training;
    private readonly Plan plan;
    private readonly IReadOnlyList<IterationTrace> traces;

    public SearchOracle(Training training, IReadOnlyList<IterationTrace> traces)
    {
        this.training = training;
        this.traces = traces;
        plan = training.Plan;
    }

    public List<Moment> Stops(Condition condition, SearchStop stop) => condition switch
    {
        Condition.PredictionFlip flip => Flips(flip),
        Condition.NonFinite { Quantity: null, Kind: var kind } => Beginnings(NonFiniteMoments(kind), stop),
        Condition.NonFinite { Quantity: { } quantity, Kind: var kind } =>
            Beginnings(Values(condition, quantity).Select(value => (value.Moment, IsOf(kind, value.Value))), stop),
        Condition.Comparison comparison => Beginnings(
            Values(condition, comparison.Left, comparison.Right).Select(value => (value.Moment, Compares(comparison.Relation, value.Value, value.Other))), stop),
        Condition.SignChange { Quantity: var quantity } => Changes(Values(condition, quantity), (before, now) => SignOf(before) is { } one && SignOf(now) is { } other && one != other),
        Condition.Computation { Quantity: var quantity } =>
            [.. Values(condition, quantity).Select(value => value.Moment).Where(moment => !moment.IsStart)],
        Condition.Change { Quantity: var quantity } => Changes(Values(condition, quantity), (before, now) => before != now && !(double.IsNaN(before) && double.IsNaN(now))),
        Condition.Crossing crossing => Changes(
            Values(condition, crossing.Quantity),
            (before, now) => before < crossing.Level ? now >= crossing.Level : before > crossing.Level && now <= crossing.Level),
        _ => throw new InvalidOperationException("An unknown condition."),
    };

    private static int? SignOf(double value) => double.IsNaN(value) ? null : value > 0 ? 1 : value < 0 ? -1 : 0;

    private static bool IsOf(NonFiniteKind kind, double value) =>
        (kind != NonFiniteKind.Infinity && double.IsNaN(value))
        || (kind != NonFiniteKind.NaN && (value == double.PositiveInfinity || value == double.NegativeInfinity));

    private static bool Compares(Relation relation, double one, double other) => relation switch
    {
        Relation.Less => one < other,
        Relation.LessOrEqual => one <= other,
        Relation.Greater => one > other,
        Relation.GreaterOrEqual => one >= other,
        _ => throw new InvalidOperationException("An unknown relation."),
    };

    private static List<Moment> Beginnings(IEnumerable<(Moment Moment, bool IsMet)> moments, SearchStop stop)
    {
        List<Moment> stops = [];
        bool before = false;
        foreach ((Moment moment, bool isMet) in moments)
        {
            if (isMet && (stop == SearchStop.Every || !before))
            {
                stops.Add(moment);
            }

            before = isMet;
        }

        return stops;
    }

    private static List<Moment> Changes(IEnumerable<(Moment Moment, double Value, double Other)> values, Func<double, double, bool> changes)
    {
        List<Moment> stops = [];
        double? before = null;
        foreach ((Moment moment, double value, _) in values)
        {
            if (before is { } previous && changes(previous, value))
            {
                stops.Add(moment);
            }

            before = value;
        }

        return stops;
    }

    private IEnumerable<(Moment Moment, bool IsMet)> NonFiniteMoments(NonFiniteKind kind)
    {
        foreach (IterationTrace trace in traces)
        {
            Moment? first = null;
            foreach (Step step in plan.Steps)
            {
                int cell = Array.FindIndex(trace[step.Output].ToArray(), value => IsOf(kind, value));
                if (cell >= 0)
                {
                    first = new Moment(trace.Iteration, step.Index, cell);
                    break;
                }
            }

            yield return (first ?? new Moment(trace.Iteration, int.MaxValue, 0), first is not null);
        }
    }

    private List<Moment> Flips(Condition.PredictionFlip flip)
    {
        List<Moment> stops = [];
        Symbol prediction = plan.Predictions.Single();
        Step step = plan.ProducerOf(prediction)!;
        int outputs = prediction.Shape[1];
        Dictionary<int, int> answers = [];
        foreach (IterationTrace trace in traces)
        {
            double[] values = trace[prediction].ToArray();
            int row = 0;
            foreach (int sample in training.RowsOf(trace.Iteration))
            {
                double[] mine = values[(row * outputs)..((row + 1) * outputs)];
                int answer = mine.Any(double.IsNaN) ? -1
                    : outputs == 1 ? (mine[0] > flip.Threshold ? 1 : 0)
                    : Array.IndexOf(mine, mine.Max());
                if ((flip.Sample ?? sample) == sample && answers.TryGetValue(sample, out int before) && before != answer)
                {
                    stops.Add(new Moment(trace.Iteration, step.Index, (row * outputs) + outputs - 1));
                }

                answers[sample] = answer;
                row++;
            }
        }

        return stops;
    }

    /// <summary>The values of one or two formulas, and the moment at which the last of their numbers is known.</summary>
    private IEnumerable<(Moment Moment, double Value, double Other)> Values(Condition condition, Expression formula, Expression? second = null)
    {
        Expression other = second ?? 0.0;
        Address[] named = [.. formula.Operands.Concat(other.Operands).Select(operand => new Address(operand.Input, operand.Cell))];
        bool isState = named.All(address => plan.SymbolOf(address).Role is SymbolRole.Parameter or SymbolRole.Hyperparameter or SymbolRole.State);
        if (isState)
        {
            double First(Expression.Operand operand) => traces[0][new Address(operand.Input, operand.Cell)];
            yield return (Moment.Before(traces[0].Iteration), formula.Evaluate(First), other.Evaluate(First));
        }

        foreach (IterationTrace trace in traces)
        {
            int row = condition.Sample is { } sample ? training.RowsOf(trace.Iteration).IndexOf(sample) : 0;
            if (row < 0)
            {
                continue;
            }

            Address Moved(Address address)
            {
                Symbol symbol = plan.SymbolOf(address);
                if (isState)
                {
                    return address with { Symbol = (plan.NextOf(symbol) ?? symbol).Index };
                }

                int each = symbol.Shape.Size / plan.BatchSize;
                return condition.Sample is not null && symbol.HasBatchAxis ? address with { Cell = (address.Cell % each) + (row * each) } : address;
            }

            Moment[] computed =
            [
                .. named.Select(Moved)
                    .Where(address => plan.ProducerOf(plan.SymbolOf(address)) is not null)
                    .Select(address => new Moment(trace.Iteration, plan.ProducerOf(plan.SymbolOf(address))!.Index, address.Cell)),
            ];
            if (computed.Length == 0 && isState)
            {
                yield break;
            }

            double Value(Expression.Operand operand) => trace[Moved(new Address(operand.Input, operand.Cell))];
            Moment moment = computed.Length == 0 ? new Moment(trace.Iteration, 0, 0) : computed.Max();
            yield return (moment, formula.Evaluate(Value), other.Evaluate(Value));
        }
    }
}
