using System.Collections.Immutable;
using Lessons;
using Simulator.App;
using Simulator.Learning;

namespace Simulator.Screens.Picking;

/// <summary>Which lessons the list shows.</summary>
internal enum PickerFilter
{
    All,
    NotDone,
    Done,
}

/// <summary>The list of lessons, one of them chosen.</summary>
/// <param name="Lessons">All lessons, in the order of the course.</param>
/// <param name="Selected">Which of all lessons is chosen.</param>
internal sealed record PickerScreen(ImmutableArray<Lesson> Lessons, int Selected = 0) : Screen
{
    /// <summary>What lessons are searched for; empty for nothing.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whether what is searched for is being typed.</summary>
    public bool IsTyping { get; init; }

    public PickerFilter Filter { get; init; }

    /// <summary>Whether the list asks if what was done in the chosen lesson is to be forgotten.</summary>
    public bool IsAsking { get; init; }

    public override KeyMap KeysIn(KeyMaps all) => all.Picking;

    /// <summary>The lessons that are shown, as indices among all.</summary>
    public ImmutableArray<int> ShownIn(Progress progress)
    {
        var found = LessonSearch.Find(Lessons, Search);
        return Filter == PickerFilter.All
            ? found
            : [.. found.Where(index => (StatusIn(progress, index).State == LessonState.Done) == (Filter == PickerFilter.Done))];
    }

    /// <summary>How far a learner is with one of the lessons.</summary>
    public LessonStatus StatusIn(Progress progress, int index) => LessonStatus.Of(Lessons[index], progress.In(Lessons[index].Id));

    /// <summary>The list with the chosen lesson among those that are shown, if any are: itself, or the nearest after it, or else before it.</summary>
    public PickerScreen Settled(Progress progress)
    {
        var shown = ShownIn(progress);
        if (shown.IsEmpty || shown.Contains(Selected))
        {
            return this;
        }

        int after = shown.FirstOrDefault(index => index > Selected, shown[^1]);
        return this with { Selected = after };
    }

    /// <summary>The list with a lesson chosen; as it is where it has no such lesson.</summary>
    public PickerScreen At(string? id)
    {
        int index = Lessons.ToList().FindIndex(lesson => lesson.Id == id);
        return index < 0 ? this : this with { Selected = index };
    }
}
