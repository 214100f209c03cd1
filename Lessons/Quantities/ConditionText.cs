using System.Diagnostics.CodeAnalysis;
using Engine.Running;
using Engine.Time.Search;

namespace Lessons.Quantities;

/// <summary>Conditions on a training's numbers as people write them: <c>loss &lt; 0.01</c>, <c>sign(w5) changes</c>.</summary>
/// <remarks>
/// <code>
/// condition := ( value relation value                      loss &lt; 0.01, |dE_total/dw5| &gt; 0.1, o1 - target_o1 &gt;= 0
///              | value 'changes'                           w5 changes, sign(w5) changes
///              | value 'crosses' [ '-' ] number            o1 crosses 0.5
///              | value 'is' state | state                  z1 is NaN; NaN alone: any number
///              | 'prediction' 'flips' )
///              [ 'for' 'sample' int ]                      only when that sample, from 1, is seen
/// relation  := '&lt;' | '&lt;=' | '≤' | '&gt;' | '&gt;=' | '≥'
/// state     := 'NaN' | 'infinite' | 'not' 'finite'
/// value     := product { ( '+' | '-' ) product }
/// product   := factor { ( '*' | '×' | '/' ) factor }
/// factor    := '-' factor | number | '|' value '|' | ( 'abs' | 'sign' )? '(' value ')' | quantity
/// </code>
/// Quantities are those of <see cref="Quantity"/> that the training stores, without an iteration. A '+' right after a name means after
/// the update, <c>w5+</c>; one between spaces adds. A '/' after a name that begins with d makes a derivative.
/// </remarks>
public static class ConditionText
{
    /// <summary>Reads a condition.</summary>
    /// <param name="text">The text, spaces around it allowed.</param>
    /// <param name="training">The training whose numbers are meant.</param>
    /// <param name="condition">The condition; <see langword="null"/> when the text is not one.</param>
    /// <param name="error">The first error; <see langword="null"/> when there is none.</param>
    /// <returns>Whether the text is a condition on this training.</returns>
    public static bool TryParse(
        string text, Training training, [NotNullWhen(true)] out Condition? condition, [NotNullWhen(false)] out QuantityError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(training);
        var parser = new ConditionParser(text, training);
        condition = parser.Parse();
        error = parser.Error;
        return condition is not null;
    }
}
