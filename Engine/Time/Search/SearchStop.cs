namespace Engine.Time.Search;

/// <summary>At which of the moments at which a condition is met a search stops.</summary>
public enum SearchStop
{
    /// <summary>
    /// Where the condition begins to be met: it was not, when it was looked at before, or has not been looked at before. So does
    /// a debugger stop at a watched condition, and searching again goes on to the next stretch instead of to the next
    /// iteration. What changes (<see cref="Condition.IsChange"/>) begins each time.
    /// </summary>
    Beginning,

    /// <summary>Wherever the condition is met.</summary>
    Every,
}
