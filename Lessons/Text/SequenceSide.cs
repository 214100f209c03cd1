namespace Lessons.Text;

/// <summary>The side of a sequence at which values are added or dropped.</summary>
public enum SequenceSide
{
    /// <summary>Before the first value.</summary>
    Pre,

    /// <summary>After the last value.</summary>
    Post,
}
