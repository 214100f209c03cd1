using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Engine.Time;
using Lessons.Quantities;

namespace Lessons.Variations;

/// <summary>A lesson with something changed: what would be if.</summary>
/// <param name="Lesson">
/// The changed lesson. Its training begins with <paramref name="FirstIteration"/>, at the state that the original has there. Its tour is
/// left out where the steps are others, and the document's numbers where they are no longer expected.
/// </param>
/// <param name="FirstIteration">The iteration from which on it is changed.</param>
/// <param name="Title">What is changed, for a title: <c>α = 0.1</c>.</param>
/// <param name="HasSameSteps">Whether the plan has the same steps, so that an address means the same in both lessons.</param>
public sealed record Variation(Lesson Lesson, int FirstIteration, string Title, bool HasSameSteps)
{
    /// <summary>
    /// Changes a lesson by settings as a person types them, several with <c>;</c> or <c>,</c> between them: <c>w5 = 0.2</c>,
    /// <c>x1[2] = 0.3</c>, <c>alpha = 0.1</c>, <c>optimizer = adam(learning-rate: 0.01)</c>, <c>activation = relu</c>,
    /// <c>activation[2] = tanh</c>, <c>loss = mean-squared-error</c>, <c>seed = 2</c>, <c>iterations = 500</c>, <c>decimals = 4</c>.
    /// </summary>
    /// <param name="lesson">The lesson; it stays as it is.</param>
    /// <param name="text">The settings.</param>
    /// <param name="variation">The changed lesson; null where something is not right.</param>
    /// <param name="problems">Everything that is not right; empty where nothing is. Columns count in the text.</param>
    /// <param name="timeline">A walk through the lesson, for the state to begin with; a new one where null.</param>
    /// <param name="iteration">The iteration to change it from; the lesson's first where null.</param>
    /// <param name="progress">Is told how far the way to that iteration is gone.</param>
    /// <param name="cancellationToken">Is asked now and then whether to go on.</param>
    /// <exception cref="OperationCanceledException">Going on was not wanted.</exception>
    public static bool TryApply(
        Lesson lesson,
        string text,
        [NotNullWhen(true)] out Variation? variation,
        out ImmutableArray<QuantityError> problems,
        Timeline? timeline = null,
        int? iteration = null,
        IProgress<ReplayProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(text);
        List<QuantityError> found = [];
        variation = null;
        if (new SettingParser(text, found).Parse() is { } settings)
        {
            variation = new LessonChange(lesson, timeline, iteration ?? lesson.Training.FirstIteration, found)
                .Apply(settings, progress, cancellationToken);
        }

        problems = [.. found.OrderBy(problem => problem.Column)];
        return variation is not null;
    }
}
