using System.Collections.Immutable;
using Lessons.Quantities;
using Simulator.Terminal;

namespace Simulator.App;

/// <summary>A number to go to.</summary>
internal sealed record NumberTarget(ResolvedQuantity Quantity) : Target;

/// <summary>Keys that are as good as pressed.</summary>
internal sealed record KeysTarget(ImmutableArray<Key> Keys) : Target;

/// <summary>A moment on the line of time.</summary>
/// <param name="Ordinal">How many numbers have been computed by then.</param>
internal sealed record TimelineTarget(long Ordinal) : Target;

/// <summary>A lesson of the list.</summary>
/// <param name="Index">Which of all lessons it is.</param>
internal sealed record LessonTarget(int Index) : Target;

/// <summary>A row of the panel at the side.</summary>
/// <param name="Index">Which of the rows that can be chosen it is; null for the panel beside them.</param>
internal sealed record RowTarget(int? Index) : Target;

/// <summary>Something to choose in an exercise.</summary>
/// <param name="Index">Which it is, from 0.</param>
internal sealed record OptionTarget(int Index) : Target;

/// <summary>Something that what is being typed may mean.</summary>
/// <param name="Index">Which of the suggestions it is.</param>
internal sealed record SuggestionTarget(int Index) : Target;
