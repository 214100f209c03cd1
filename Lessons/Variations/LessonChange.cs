using System.Collections.Immutable;
using System.Globalization;
using Engine.Formulas;
using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Engine.Time;
using Lessons.Quantities;
using Lessons.Reading;

namespace Lessons.Variations;

/// <summary>
/// Makes another lesson from one: the settings change its source, which is read again with all the reader's checks; then the
/// training goes on from where the original is.
/// </summary>
internal sealed class LessonChange(Lesson lesson, Timeline? timeline, int iteration, List<QuantityError> problems)
{
    private const string None = "none";

    /// <summary>How the reader says that a word must be one of several.</summary>
    private const string OneOf = "one of ";

    private readonly List<(TypedSetting Setting, double Value)> states = [];
    private Rounding? rounding = lesson.Training.Rounding;

    public Variation? Apply(ImmutableArray<TypedSetting> settings, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        int first = lesson.Training.FirstIteration;
        if (lesson.Source is not { } source)
        {
            return Refuse(1, "a lesson that was not read from a file", "one that was", "open the lesson from its file");
        }

        if (iteration < first || iteration > lesson.Iterations)
        {
            return Refuse(1, $"iteration {iteration}", $"an iteration from {first} to {lesson.Iterations}", "go to an iteration of the lesson");
        }

        source = source.Without("tour", "expectations", "exercises");
        LessonEdits edits = new(lesson, iteration, problems);
        foreach (TypedSetting setting in settings)
        {
            if (!TryKeep(setting))
            {
                source = edits.Change(source, setting);
            }
        }

        if (problems.Count > 0 || Read(source, settings) is not { } read || Begin(read, progress, cancellationToken) is not { } training)
        {
            return null;
        }

        Lesson changed = read with { Training = training };
        return new Variation(
            WithStory(Stopped(changed, cancellationToken), onlyWritten: settings.All(setting => setting.Name is "decimals" or "digits" or "iterations")),
            iteration,
            string.Join(", ", settings.Select(TitleOf)),
            lesson.Plan.HasSameSteps(read.Plan));
    }

    /// <summary>Keeps what the source has no place for: roundings, and values of what passes from an iteration to the next.</summary>
    private bool TryKeep(TypedSetting setting)
    {
        if (setting is { Name: "decimals" or "digits", Positions.IsEmpty: true })
        {
            rounding = RoundingOf(setting);
            return true;
        }

        if (LessonEdits.Find(lesson.Plan, setting).Address is not { } address
            || lesson.Plan.SymbolOf(address).Role is not (SymbolRole.Parameter or SymbolRole.State))
        {
            return false;
        }

        if (LessonEdits.NumberOf(setting, problems) is { } value)
        {
            states.Add((setting, value));
        }

        return true;
    }

    private Rounding? RoundingOf(TypedSetting setting)
    {
        bool isDecimals = setting.Name == "decimals";
        int least = isDecimals ? 0 : 1;
        string text = SettingParser.TextOf(setting.Value);
        if (text == None)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int digits) && digits >= least && digits <= Rounding.Most)
        {
            return isDecimals ? Rounding.ToDecimals(digits) : Rounding.ToDigits(digits);
        }

        problems.Add(new QuantityError(
            setting.Value.Column,
            Wording.Quote(text),
            $"an integer from {least} to {Rounding.Most}, or {None}",
            isDecimals ? "write how many digits after the point are kept, such as decimals = 4" : "write how many significant digits are kept, such as digits = 3"));
        return null;
    }

    private Lesson? Read(MappingNode source, ImmutableArray<TypedSetting> settings)
    {
        ProblemList found = new();
        if (LessonReader.Read(source, lesson.File, found) is { } read)
        {
            if (read.Iterations >= iteration)
            {
                return read;
            }

            TypedSetting? set = settings.FirstOrDefault(setting => setting.Name == "iterations");
            Refuse(set?.Value.Column ?? 1, $"{read.Iterations} iterations", $"at least {iteration}, where it begins to be changed", "write a larger number, or change it from an earlier iteration");
            return null;
        }

        // What is typed has line 0; a problem elsewhere follows from it.
        problems.AddRange(found.Sorted.Select(problem =>
            new QuantityError(problem.Line == 0 ? Math.Max(1, problem.Column) : 1, problem.Found, problem.Expected, problem.Remedy)
            {
                Kind = problem.Expected.StartsWith(OneOf, StringComparison.Ordinal) ? QuantityErrorKind.UnknownChoice : QuantityErrorKind.Other,
                Subject = problem.Found.Trim('\''),
                Instead = problem.Expected.StartsWith(OneOf, StringComparison.Ordinal) ? problem.Expected[OneOf.Length..] : "",
            }));
        return null;
    }

    /// <summary>The training from the iteration on, with the values that the original has there and those that were set.</summary>
    private Training? Begin(Lesson read, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        Training training = read.Training.With(rounding);
        bool isFirst = iteration == lesson.Training.FirstIteration;
        TrainingState state = isFirst
            ? lesson.Training.InitialState()
            : (timeline ?? lesson.NewTimeline()).StateBefore(iteration, progress, cancellationToken);
        bool isSameOptimizer = read.Fitting.Network.Optimizer.GetType() == lesson.Fitting.Network.Optimizer.GetType();
        TrainingState begun = training.Continue(lesson.Training, state, isSameOptimizer);
        double[] values = [.. begun.Values];
        foreach ((TypedSetting setting, double value) in states)
        {
            if (LessonEdits.Find(training.Plan, setting).Address is { } address && training.PlaceOf(address, out int place))
            {
                values[place] = value;
                continue;
            }

            Refuse(
                setting.Column,
                $"{setting.Key}, which no update changes",
                "a weight, a bias or a state that the update changes",
                "change it in the lesson's file");
        }

        bool isOwn = begun.CompletedIterations == 0 && values.SequenceEqual(training.InitialState().Values);
        return problems.Count > 0 ? null : isOwn ? training : training.From(begun with { Values = [.. values] });
    }

    /// <summary>The lesson with as many iterations as its training has before it is stopped early.</summary>
    private static Lesson Stopped(Lesson changed, CancellationToken cancellationToken) =>
        changed.Fitting.Stopping is not null && changed.Fitting.Run(changed.Training, cancellation: cancellationToken).Epochs is [.., var last]
            ? changed with { Iterations = last.Epoch * changed.Training.IterationsPerEpoch }
            : changed;

    /// <summary>The lesson with what is said of the original that still holds.</summary>
    private Lesson WithStory(Lesson changed, bool onlyWritten)
    {
        bool isSame = lesson.Plan.HasSameSteps(changed.Plan);
        return changed with
        {
            Stages = isSame ? lesson.Stages : changed.Stages.Clear(),
            Tour = isSame
                ? [.. lesson.Tour.Where(stop => IsWithin(stop.At) && (stop.Show is null || IsWithin(stop.Show))).Select(stop =>
                    stop with { At = Moved(stop.At), Show = stop.Show is null ? null : Moved(stop.Show) })]
                : [],
            Expectations = isSame && onlyWritten
                ? [.. lesson.Expectations.Where(expectation => IsWithin(expectation.Quantity)).Select(expectation =>
                    expectation with { Quantity = Moved(expectation.Quantity) })]
                : [],
        };

        bool IsWithin(ResolvedQuantity quantity) => quantity.Iteration >= iteration && quantity.Iteration <= changed.Iterations;

        ResolvedQuantity Moved(ResolvedQuantity quantity) => quantity.Derivative is { } pair
            ? new ResolvedQuantity(changed.Plan, quantity.Iteration, pair.Of, pair.WithRespectTo)
            : new ResolvedQuantity(changed.Plan, quantity.Iteration, quantity.Stored!.Value);
    }

    private static string TitleOf(TypedSetting setting)
    {
        string name = setting.Name == "learning-rate" ? "alpha" : Label.Spelled(setting.Name);
        string key = (setting with { Name = name }).Key;
        return $"{new Label.Name(key).ToText(Notation.Mathematical)} = {SettingParser.TextOf(setting.Value)}";
    }

    private Variation? Refuse(int column, string found, string expected, string remedy)
    {
        problems.Add(new QuantityError(column, found, expected, remedy));
        return null;
    }
}
