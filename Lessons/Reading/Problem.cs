namespace Lessons.Reading;

/// <summary>Something in a file that a lesson cannot be made of: where it is, what was found, what was expected, what to do.</summary>
/// <param name="File">The path as the reader was given it.</param>
/// <param name="Line">1-based line; 0 when the problem is the whole file.</param>
/// <param name="Column">1-based column, counted in UTF-16 code units; 0 when the problem is the whole file.</param>
/// <param name="Found">What is there, to follow the word "found".</param>
/// <param name="Expected">What should be there, to follow the word "expected".</param>
/// <param name="Remedy">What the author does about it, in the imperative.</param>
public sealed record Problem(string File, int Line, int Column, string Found, string Expected, string Remedy)
{
    /// <summary>The problem as one line, its place first in the form editors and terminals turn into a link.</summary>
    /// <returns><c>file:line:column: found …; expected …; remedy</c>; no line and column for a whole file.</returns>
    public override string ToString()
    {
        var place = Line == 0 ? File : $"{File}:{Line}:{Column}";
        return $"{place}: found {Found}; expected {Expected}; {Remedy}";
    }
}
